import { copyInstance } from '../../../fixtures/copy-instance.ts';
import { memorySource } from '../../../lib/bytes/byte-source.ts';
import type { DataElement } from '../../../lib/dicom/data-set.ts';
import { openInstance } from '../../../lib/dicom/instance.ts';
import type { ValueRepresentation } from '../../../lib/dicom/vr.ts';
import { damagePixels, type Elements, rewrite, setText } from '../../../lib/reference-server/changes/files.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import { readFile } from '../../../lib/reference-server/store/read-file.ts';
import { fileOf } from './world.ts';

/** Elements of the tutorial's instances in which strangers' differ. */
export const TAG = {
  patientName: '00100010',
  patientId: '00100020',
  studyDate: '00080020',
  instance: '00080018',
  study: '0020000D',
  series: '0020000E',
} as const;

/** Texts by tag, padded as the kind of element asks. */
export type Texts = Readonly<Record<string, string>>;

const padded = (tag: string, text: string): string =>
  text.length % 2 === 0 ? text : text + (tag === TAG.patientName || !text.match(/^[\d.]+$/) ? ' ' : '\0');

/** The instance in these bytes, which have to be such that a server takes them. */
export function instanceIn(bytes: Uint8Array): Instance {
  const instance = readFile(bytes);
  if ('kind' in instance) throw new Error('no server would take the file');
  return instance;
}

/** The bytes of a file with other texts. */
export function withTexts(bytes: Uint8Array, texts: Texts): Uint8Array {
  const change = (elements: Elements): void => {
    for (const [tag, text] of Object.entries(texts)) setText(elements, tag, padded(tag, text));
  };
  const uid = texts[TAG.instance];
  return rewrite(bytes, {
    dataSet: change,
    ...(uid === undefined ? {} : { meta: (meta) => setText(meta, '00020003', padded(TAG.instance, uid)) }),
  });
}

/** The same file with an element more. */
export function withElement(bytes: Uint8Array, tag: string, vr: ValueRepresentation, text: string): Uint8Array {
  return rewrite(bytes, {
    dataSet: (elements) => {
      const element: DataElement = { tag, vr, offset: 0, value: memorySource(Buffer.from(padded(tag, text))) };
      const sorted = [...elements, [tag, element] as const].sort(([one], [other]) => (one < other ? -1 : 1));
      elements.clear();
      for (const [name, one] of sorted) elements.set(name, one);
    },
  });
}

/** Somebody else's instance under the UIDs of this one: another patient, and another picture. */
export function underItsUids(instance: Instance, texts: Texts = {}): Instance {
  const theirs = { [TAG.patientName]: 'Somebody^Else', [TAG.patientId]: 'ID2', ...texts };
  return instanceIn(withOtherPixels(withTexts(instance.bytes, theirs)));
}

/** The same instance with other texts and the same picture. */
export function saying(instance: Instance, texts: Texts): Instance {
  return instanceIn(withTexts(instance.bytes, texts));
}

/** Writes each byte anew. */
export function eachByte(bytes: Buffer, change: (value: number) => number): void {
  for (const [at, value] of bytes.entries()) bytes.writeUInt8(change(value), at);
}

export function withOtherPixels(bytes: Uint8Array): Uint8Array {
  return damagePixels(bytes, (pixels) => eachByte(pixels, (value) => 255 - value));
}

/** Somebody else's instance under UIDs of its own, in the same study and series where these are named. */
export function elsewhere(
  instance: Instance,
  into: { readonly study?: string | undefined; readonly series?: string | undefined } = {},
): Instance {
  return underItsUids(
    fileOf(
      copyInstance(openInstance(memorySource(instance.bytes), 'theirs'), {
        ...(into.study && { study: into.study }),
        ...(into.series && { series: into.series }),
      }),
    ),
  );
}
