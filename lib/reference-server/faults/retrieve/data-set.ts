import { memorySource, readAll } from '../../../bytes/byte-source.ts';
import type { DataSet } from '../../../dicom/data-set.ts';
import { isPrivate } from '../../../dicom/dictionary.ts';
import { isPart10, readPart10 } from '../../../dicom/part10.ts';
import { numbers } from '../../../dicom/values.ts';
import type { Behaviour } from '../../behaviour.ts';
import { changePayloads, on } from '../../changes/answers.ts';
import { damagePixels, type Elements, rewrite, setText } from '../../changes/files.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Changes the pixels of retrieved files that have native ones. */
function changePixels(change: (pixels: Buffer) => void): Behaviour {
  return changePayloads(on('retrieve'), (file) => damagePixels(file, change));
}

/** Changes the data set of retrieved files. */
function changeElements(change: (elements: Elements) => void): Behaviour {
  return changePayloads(on('retrieve'), (file) => rewrite(file, { dataSet: change }));
}

function withFirstItems(dataSet: DataSet): DataSet {
  const elements = [...dataSet.elements.values()].map((element) =>
    element.items ? { ...element, items: element.items.slice(0, 1) } : element,
  );
  return { ...dataSet, elements: new Map(elements.map((element) => [element.tag, element])) };
}

function hasWords(file: Uint8Array): boolean {
  const source = memorySource(file);
  return isPart10(source) && numbers(readPart10(source).dataSet, '00280100')[0] === 16;
}

function swapBytes(words: Buffer): void {
  words.swap16();
}

/** Faults of the elements and the pixels in the files that a retrieve returns. */
export const RETRIEVE_DATA_SET: readonly Fault[] = [
  {
    id: 'pixel-bit-flipped',
    title: 'flips one bit of the pixel data of retrieved instances',
    scenarios: TUTORIAL.retrieve,
    requirements: ['STOW-032'],
    breach: 'pixels-changed',
    behaviour: () =>
      changePixels((pixels) => {
        const middle = pixels.length >> 1;
        pixels[middle] = (pixels[middle] ?? 0) ^ 1;
      }),
  },
  {
    id: 'pixels-red-and-blue-swapped',
    title: 'swaps red and blue in retrieved instances',
    scenarios: TUTORIAL.retrieve,
    requirements: ['STOW-032'],
    breach: 'pixels-changed',
    behaviour: () =>
      changePixels((pixels) => {
        for (let at = 0; at + 3 <= pixels.length; at += 3) pixels.subarray(at, at + 3).reverse();
      }),
  },
  {
    id: 'pixels-upside-down',
    title: 'turns the images of retrieved instances upside down',
    scenarios: TUTORIAL.retrieve,
    requirements: ['STOW-032'],
    breach: 'pixels-changed',
    behaviour: () => changePixels((pixels) => pixels.reverse()),
  },
  {
    id: 'pixels-coarsened',
    title: 'drops the lowest bits of the pixels of retrieved instances, as a lossy codec may',
    scenarios: TUTORIAL.retrieve,
    requirements: ['STOW-032'],
    breach: 'pixels-changed',
    behaviour: () =>
      changePixels((pixels) =>
        pixels.forEach((value, at) => {
          pixels[at] = value & 0xfc;
        }),
      ),
  },
  {
    id: 'pixels-blank',
    title: 'returns instances with black images',
    scenarios: TUTORIAL.retrieve,
    requirements: ['STOW-032'],
    breach: 'pixels-changed',
    behaviour: () => changePixels((pixels) => pixels.fill(0)),
  },
  {
    id: 'element-dropped',
    title: 'drops Patient Sex from retrieved instances',
    scenarios: TUTORIAL.retrieve,
    requirements: ['STOW-032'],
    breach: 'element-lost',
    behaviour: () => changeElements((elements) => elements.delete('00100040')),
  },
  {
    id: 'element-added',
    title: 'adds Institution Name to retrieved instances',
    scenarios: TUTORIAL.retrieve,
    requirements: ['STOW-024', 'STOW-032'],
    breach: 'addition-untraced',
    behaviour: () =>
      changeElements((elements) => {
        elements.set('00080080', {
          tag: '00080080',
          vr: 'LO',
          offset: 0,
          value: memorySource(Buffer.from('Archive ')),
        });
      }),
  },
  {
    id: 'patient-name-upper-cased',
    title: 'returns Patient Name in capital letters',
    scenarios: ['T04', 'T05', 'T07', 'T09'],
    requirements: ['STOW-024', 'STOW-032'],
    breach: 'element-changed',
    behaviour: () =>
      changeElements((elements) => {
        const value = elements.get('00100010')?.value;
        if (value) setText(elements, '00100010', Buffer.from(readAll(value)).toString('latin1').toUpperCase());
      }),
  },
  {
    id: 'series-number-changed',
    title: 'returns another Series Number',
    scenarios: ['T04', 'T05', 'T07', 'T09'],
    requirements: ['STOW-024', 'STOW-032'],
    breach: 'element-changed',
    behaviour: () => changeElements((elements) => setText(elements, '00200011', '99')),
  },
  {
    id: 'instance-number-dropped',
    title: 'returns instances without Instance Number',
    scenarios: ['T04', 'T05', 'T07', 'T09'],
    requirements: ['STOW-032'],
    breach: 'element-lost',
    behaviour: () => changeElements((elements) => elements.delete('00200013')),
  },
  {
    id: 'study-id-emptied',
    title: 'returns instances with an empty Study ID',
    scenarios: ['T04', 'T05', 'T07', 'T09'],
    requirements: ['STOW-032'],
    breach: 'element-emptied',
    behaviour: () => changeElements((elements) => setText(elements, '00200010', '')),
  },
  {
    id: 'empty-elements-dropped',
    title: 'drops elements without a value from retrieved instances',
    scenarios: TUTORIAL.retrieve,
    requirements: ['STOW-032'],
    breach: 'empty-element-lost',
    behaviour: () =>
      changeElements((elements) => {
        for (const { tag, value, items } of [...elements.values()])
          if (value.length === 0 && !items) elements.delete(tag);
      }),
  },
  {
    id: 'private-elements-dropped',
    title: 'drops private elements from retrieved instances',
    scenarios: ['rich-instance'],
    requirements: ['STOW-032'],
    breach: 'private-element-lost',
    behaviour: () =>
      changeElements((elements) => {
        for (const tag of [...elements.keys()]) if (isPrivate(tag)) elements.delete(tag);
      }),
  },
  {
    id: 'empty-sequences-dropped',
    title: 'drops sequences without items from retrieved instances',
    scenarios: ['rich-instance'],
    requirements: ['STOW-032'],
    breach: 'empty-element-lost',
    behaviour: () =>
      changeElements((elements) => {
        for (const { tag, items } of [...elements.values()]) if (items?.length === 0) elements.delete(tag);
      }),
  },
  {
    id: 'nested-items-dropped',
    title: 'returns the first item alone of a sequence within another one',
    scenarios: ['rich-instance'],
    requirements: ['STOW-032'],
    breach: 'sequence-items-changed',
    behaviour: () =>
      changeElements((elements) => {
        for (const element of [...elements.values()])
          if (element.items) elements.set(element.tag, { ...element, items: element.items.map(withFirstItems) });
      }),
  },
  {
    id: 'name-groups-dropped',
    title: 'returns the alphabetic group alone of a person name',
    scenarios: ['rich-instance'],
    requirements: ['STOW-024', 'STOW-032'],
    breach: 'element-changed',
    behaviour: () =>
      changeElements((elements) => {
        const value = elements.get('00100010')?.value;
        const [alphabetic = ''] = value ? Buffer.from(readAll(value)).toString().split('=') : [];
        setText(elements, '00100010', alphabetic);
      }),
  },
  {
    id: 'pixel-words-swapped',
    title: 'swaps the bytes of 16-bit pixels in retrieved instances',
    scenarios: ['rich-instance'],
    requirements: ['STOW-032'],
    breach: 'pixels-changed',
    behaviour: () => changePayloads(on('retrieve'), (file) => (hasWords(file) ? damagePixels(file, swapBytes) : file)),
  },
  {
    id: 'character-set-relabelled',
    title: 'names another Specific Character Set than the text is written in',
    scenarios: TUTORIAL.retrieve,
    requirements: ['STOW-032'],
    breach: 'element-text-garbled',
    behaviour: () => changeElements((elements) => setText(elements, '00080005', 'ISO_IR 100')),
  },
  {
    id: 'vr-changed-to-unknown',
    title: 'writes Patient ID with VR UN',
    scenarios: TUTORIAL.retrieve,
    requirements: ['STOW-032'],
    breach: 'element-vr-unknown',
    behaviour: () =>
      changeElements((elements) => {
        const element = elements.get('00100020');
        if (element) elements.set('00100020', { ...element, vr: 'UN' });
      }),
  },
];
