import type { FIDELITY } from '../../../lib/breaches/kinds/fidelity.ts';
import { attributeName, counted, listed, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const WHOLE = 'Keep the received data set complete, and write back every element as it came.';
const value = (text: string | null) => (text === null ? 'other bytes' : quoted(text));
const named = (tags: readonly string[]) => listed([tags ?? []].flat().map(attributeName));

export const FIDELITY_ENGLISH: WordsFor<typeof FIDELITY> = {
  'element-lost': ({ tag, path, name, vr, size }, seen) => ({
    headline: `${seen.request} returns ${name} without ${attributeName(tag)}, which was stored with it.`,
    expected: `${attributeName(tag)} at ${path} with VR ${vr}, ${counted(size, vr === 'SQ' ? 'item' : 'byte')}`,
    observed: 'no such element',
    effect: `What ${attributeName(tag)} said is lost for every reader of the image, and for the next archive.`,
    remedy: WHOLE,
  }),
  'element-emptied': ({ tag, path, name, stored }, seen) => ({
    headline: `${seen.request} returns ${name} with an empty ${attributeName(tag)} instead of ${value(stored)}.`,
    expected: `${attributeName(tag)} at ${path} with ${value(stored)}`,
    observed: 'no value',
    effect: `The value of ${attributeName(tag)} is lost for every reader of the image, and for the next archive.`,
    remedy: WHOLE,
  }),
  'empty-element-lost': ({ tag, path, name, vr }, seen) => ({
    headline: `${seen.request} returns ${name} without ${attributeName(tag)}, which was stored without a value.`,
    expected: `${attributeName(tag)} at ${path} with VR ${vr} and no value`,
    observed: 'no such element',
    effect: 'Elements of type 2 have to be there even when they are empty: a strict reader refuses the instance.',
    remedy: 'Keep elements that have no value; do not skip them when the data set is written.',
  }),
  'private-element-lost': ({ tag, path, name, vr, size }, seen) => ({
    headline: `${seen.request} returns ${name} without the private element ${attributeName(tag)}, which was stored with it.`,
    expected: `${attributeName(tag)} at ${path} with VR ${vr}, ${counted(size, 'byte')}`,
    observed: 'no such element',
    effect: 'What a vendor keeps in private elements, such as raw data or calibration, is lost for good.',
    remedy: 'Keep private elements with their creators; do not filter by the dictionary.',
  }),
  'element-changed': ({ tag, path, name, stored, returned }, seen) => ({
    headline: `${seen.request} returns ${name} with another ${attributeName(tag)}: ${value(returned)} instead of ${stored === null ? 'the stored bytes' : quoted(stored)}.`,
    expected: `${attributeName(tag)} at ${path} with ${stored === null ? 'the stored bytes' : quoted(stored)}`,
    observed: value(returned),
    effect: `A user sees another ${attributeName(tag)} than the modality recorded, and nothing tells of the change.`,
    remedy:
      'Return the value that was stored; where it has to be coerced, keep the former one in OriginalAttributesSequence.',
  }),
  'element-text-garbled': ({ tag, path, name, stored, returned }, seen) => ({
    headline: `${seen.request} returns ${name} with garbled text: ${attributeName(tag)} is ${quoted(returned)} instead of ${quoted(stored)}.`,
    expected: `${attributeName(tag)} at ${path} with ${quoted(stored)}`,
    observed: quoted(returned),
    effect: 'Names and descriptions beyond ASCII cannot be read, and a patient may not be recognised by name.',
    remedy: 'Write text in the character set that SpecificCharacterSet names; change the two together or not at all.',
  }),
  'element-vr-changed': ({ tag, path, name, stored, returned }, seen) => ({
    headline: `${seen.request} returns ${name} with ${attributeName(tag)} as VR ${returned} instead of ${stored}.`,
    expected: `${attributeName(tag)} at ${path} with VR ${stored}`,
    observed: `VR ${returned}`,
    effect: 'A client that reads the value by its VR misreads it or refuses the data set.',
    remedy: 'Write each element with the VR that it was stored with.',
  }),
  'element-vr-unknown': ({ tag, path, name, stored }, seen) => ({
    headline: `${seen.request} returns ${name} with ${attributeName(tag)} as VR UN instead of ${stored}.`,
    expected: `${attributeName(tag)} at ${path} with VR ${stored}`,
    observed: 'VR UN',
    effect: 'A client shows the value as bytes, or not at all.',
    remedy: 'Write each element with the VR that it was stored with; UN is for elements that came as UN.',
  }),
  'sequence-items-changed': ({ tag, path, name, stored, returned }, seen) => ({
    headline: `${seen.request} returns ${name} with ${counted(returned, 'item')} in ${attributeName(tag)} instead of ${stored}.`,
    expected: `${attributeName(tag)} at ${path} with ${counted(stored, 'item')}`,
    observed: counted(returned, 'item'),
    effect: 'Parts of the record, such as referenced images or the order, are missing or invented.',
    remedy: 'Write every item of every sequence, empty items included.',
  }),
  'pixels-changed': ({ name, stored, returned }, seen) => ({
    headline: `${seen.request} returns ${name} with other pixels than were stored.`,
    expected: `the stored pixel data, ${counted(stored, 'byte')}`,
    observed:
      stored === returned
        ? 'as many bytes, of which some differ'
        : `${counted(returned, 'byte')} that differ from them`,
    effect: 'The image that a doctor looks at is not the one that was taken.',
    remedy: 'Return the stored pixels bit by bit; transcode with lossless codecs only, and check them by a round trip.',
  }),
  'pixels-cut-short': ({ name, stored, returned }, seen) => ({
    headline: `${seen.request} returns ${name} with ${counted(returned, 'byte')} of pixel data instead of ${stored}.`,
    expected: `the stored pixel data, ${counted(stored, 'byte')}`,
    observed: counted(returned, 'byte'),
    effect: 'A part of the image is missing.',
    remedy: 'Send the pixel data to its last byte; look for a buffer or a length that cuts it.',
  }),
  'instance-frames-changed': ({ name, stored, returned }, seen) => ({
    headline: `${seen.request} returns ${name} with ${counted(returned, 'frame')} instead of ${stored}.`,
    expected: counted(stored, 'frame'),
    observed: counted(returned, 'frame'),
    effect: 'Images of the run or the volume are missing, or belong to something else.',
    remedy: 'Keep NumberOfFrames and the pixel data of all frames together.',
  }),
  'coercion-untraced': ({ name, tags, count }, seen) => ({
    headline: `${seen.request} returns ${name} with changes to ${named(tags)} and does not say so.`,
    expected: 'OriginalAttributesSequence with the values that were stored',
    observed: `${counted(count, 'element')} changed without it`,
    effect: 'Nobody can tell what the modality recorded before the archive changed it.',
    remedy: 'Add an item to OriginalAttributesSequence with the former values, the time and the system.',
  }),
  'addition-untraced': ({ name, tags, count }, seen) => ({
    headline: `${seen.request} returns ${name} with ${named(tags)}, which ${count === 1 ? 'was' : 'were'} not stored, and does not say so.`,
    expected: 'no element that was not sent, or OriginalAttributesSequence',
    observed: `${counted(count, 'element')} added without it`,
    effect: 'A reader takes what the archive added for something that the modality recorded.',
    remedy: 'Leave instances as they were sent, or note additions in OriginalAttributesSequence.',
  }),
};
