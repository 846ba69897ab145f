import { TRANSFER_SYNTAX } from '../../../dicom/transfer-syntax.ts';
import type { Behaviour } from '../../behaviour.ts';
import { changePayloads, on } from '../../changes/answers.ts';
import { damage, type Layout, type Rewriting, rewrite, setText } from '../../changes/files.ts';
import { toImplicitVr } from '../../changes/implicit-vr.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Damages the bytes of retrieved files. */
function damageFiles(change: (copy: Buffer, layout: Layout) => Uint8Array): Behaviour {
  return changePayloads(on('retrieve'), (file) => damage(file, change));
}

/** Writes retrieved files with other elements. */
function rewriteFiles(change: Rewriting): Behaviour {
  return changePayloads(on('retrieve'), (file) => rewrite(file, change));
}

/** Faults of the PS3.10 files that a retrieve returns. */
export const RETRIEVE_PART10: readonly Fault[] = [
  {
    id: 'part10-without-preamble',
    title: 'sends files without the preamble of 128 bytes',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'file-without-prefix',
    behaviour: () => damageFiles((copy) => copy.subarray(128)),
  },
  {
    id: 'part10-without-prefix',
    title: 'sends files without the DICM prefix',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'file-without-prefix',
    behaviour: () => damageFiles((copy) => Buffer.concat([copy.subarray(0, 128), copy.subarray(132)])),
  },
  {
    id: 'part10-without-file-meta',
    title: 'sends the bare data set without preamble and file meta information',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'file-without-prefix',
    behaviour: () => damageFiles((copy, { fileMetaEnd }) => copy.subarray(fileMetaEnd)),
  },
  {
    id: 'part10-group-length-wrong',
    title: 'writes a wrong group length of the file meta information',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'file-meta-group-length',
    behaviour: () =>
      damageFiles((copy) => {
        copy.writeUInt32LE(copy.readUInt32LE(140) + 8, 140);
        return copy;
      }),
  },
  {
    id: 'part10-transfer-syntax-untrue',
    title: 'names JPEG Baseline in files with native pixels',
    scenarios: TUTORIAL.retrieve,
    requirements: ['COMMON-021', 'WADO-RS-006'],
    breach: 'pixel-data-encapsulation',
    behaviour: () => rewriteFiles({ transferSyntax: '1.2.840.10008.1.2.4.50' }),
  },
  {
    id: 'part10-implicit-vr',
    title: 'returns files in Implicit VR Little Endian',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-006', 'WADO-RS-008'],
    breach: 'forbidden-transfer-syntax',
    behaviour: () => changePayloads(on('retrieve'), (file) => toImplicitVr(file)),
  },
  {
    id: 'part10-implicit-vr-called-explicit',
    title: 'returns files in Implicit VR Little Endian that name Explicit VR Little Endian',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'data-set-encoding',
    behaviour: () => changePayloads(on('retrieve'), (file) => toImplicitVr(file, TRANSFER_SYNTAX.explicitLittleEndian)),
  },
  {
    id: 'part10-explicit-vr-called-implicit',
    title: 'returns files in Explicit VR Little Endian that name Implicit VR Little Endian',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005', 'WADO-RS-008'],
    breach: 'data-set-encoding',
    behaviour: () => rewriteFiles({ transferSyntax: TRANSFER_SYNTAX.implicitLittleEndian }),
  },
  {
    id: 'part10-without-media-storage-instance',
    title: 'leaves out Media Storage SOP Instance UID of the file meta information',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'file-meta-lacks-element',
    behaviour: () => rewriteFiles({ meta: (elements) => elements.delete('00020003') }),
  },
  {
    id: 'part10-media-storage-instance-untrue',
    title: 'names another instance in the file meta information than in the data set',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'file-meta-of-another-instance',
    behaviour: () => rewriteFiles({ meta: (elements) => setText(elements, '00020003', '2.25.42') }),
  },
  {
    id: 'part10-without-implementation-class',
    title: 'leaves out Implementation Class UID of the file meta information',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'file-meta-lacks-element',
    behaviour: () => rewriteFiles({ meta: (elements) => elements.delete('00020012') }),
  },
  {
    id: 'part10-odd-length',
    title: 'writes a value of odd length without its padding',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'data-set-odd-length',
    behaviour: () =>
      damageFiles((copy, { fileMetaEnd }) => {
        const element = Buffer.from('080005004353', 'hex');
        const at = copy.indexOf(element, fileMetaEnd);
        if (at < 0) return copy;
        const length = copy.readUInt16LE(at + 6);
        copy.writeUInt16LE(length - 1, at + 6);
        return Buffer.concat([copy.subarray(0, at + 8 + length - 1), copy.subarray(at + 8 + length)]);
      }),
  },
  {
    id: 'part10-trailing-bytes',
    title: 'sends bytes behind the last element of files',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'data-set-trailing-bytes',
    behaviour: () => damageFiles((copy) => Buffer.concat([copy, Buffer.from('left over')])),
  },
  {
    id: 'part10-pixels-of-unknown-vr',
    title: 'writes Pixel Data with VR UN',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'pixel-data-vr',
    behaviour: () =>
      rewriteFiles({
        dataSet: (elements) => {
          const element = elements.get('7FE00010');
          if (element) elements.set('7FE00010', { ...element, vr: 'UN' });
        },
      }),
  },
  {
    id: 'part10-truncated',
    title: 'cuts the last hundred bytes off files',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'part-cut-off',
    behaviour: () => damageFiles((copy) => copy.subarray(0, copy.length - 100)),
  },
  {
    id: 'part10-elements-out-of-order',
    title: 'writes Patient Name behind Patient ID',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-005'],
    breach: 'data-set-out-of-order',
    behaviour: () =>
      damageFiles((copy, { fileMetaEnd }) => {
        const name = copy.indexOf(Buffer.from('10001000504e', 'hex'), fileMetaEnd);
        const id = copy.indexOf(Buffer.from('100020004c4f', 'hex'), fileMetaEnd);
        if (name < 0 || id < name) return copy;
        const end = id + 8 + copy.readUInt16LE(id + 6);
        return Buffer.concat([
          copy.subarray(0, name),
          copy.subarray(id, end),
          copy.subarray(name, id),
          copy.subarray(end),
        ]);
      }),
  },
];
