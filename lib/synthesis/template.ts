import { memorySource } from '../bytes/byte-source.ts';
import type { DataElement } from '../dicom/data-set.ts';
import { readPart10 } from '../dicom/part10.ts';
import { encodingOf } from '../dicom/transfer-syntax.ts';

/** An element whose value is still to come. */
export interface Slot {
  /** Eight upper-case hexadecimal digits. */
  readonly tag: string;
  /** Bytes of the length field: 2 in Explicit VR, 4 in Implicit VR and for the VRs with a long length. */
  readonly lengthBytes: 2 | 4;
  /** Byte that makes the length of a value even. */
  readonly padding: number;
}

/**
 * A DICOM file without pixel data in which some elements are open: constant bytes, a slot, constant bytes and so on.
 * `constants` has one entry more than `slots`; each but the last ends before the length field of the slot after it.
 */
export interface Template {
  readonly constants: readonly Uint8Array[];
  readonly slots: readonly Slot[];
  /** Value of (0002,0000) as far as the slots that are still open do not add to it. */
  readonly fileMetaLength: number;
}

/** A value: bytes, or text in which every character is one byte. */
export type SlotValue = Uint8Array | string;
export type SlotValues = Readonly<Record<string, SlotValue>>;

/** Offset of the value of File Meta Information Group Length, always the first element. */
export const FILE_META_LENGTH_OFFSET = 140;
const FILE_META_START = 144;

/**
 * Makes a template of a DICOM file: the elements named, which must be at its top level, become slots, and everything
 * from Pixel Data on is left out. Throws an Error when an element is missing or the file has defects.
 */
export function templateOf(file: Uint8Array, tags: readonly string[]): Template {
  const part10 = readPart10(memorySource(file));
  const [defect] = part10.defects;
  if (defect) throw new Error(`the template is no proper DICOM file: ${defect.message}`);
  const elements = tags
    .map((tag) => part10.fileMeta.elements.get(tag) ?? part10.dataSet.elements.get(tag) ?? missing(tag))
    .sort((left, right) => left.offset - right.offset);
  const explicit = encodingOf(part10.transferSyntax).explicitVr;
  const end = part10.dataSet.elements.get('7FE00010')?.offset ?? file.length;
  const constants: Uint8Array[] = [];
  const slots: Slot[] = [];
  let start = 0;
  let openInMeta = 0;
  for (const element of elements) {
    const inMeta = element.offset < part10.fileMetaEnd;
    const slot = slotOf(element, explicit || inMeta);
    const lengthAt = element.offset + (explicit || inMeta ? 6 : 4);
    constants.push(file.subarray(start, lengthAt));
    slots.push(slot);
    start = lengthAt + slot.lengthBytes + element.value.length;
    if (inMeta) openInMeta += element.value.length;
  }
  constants.push(file.subarray(start, end));
  return { constants, slots, fileMetaLength: part10.fileMetaEnd - FILE_META_START - openInMeta };
}

function missing(tag: string): never {
  throw new Error(`the template has no element ${tag} to leave open`);
}

function slotOf(element: DataElement, explicit: boolean): Slot {
  return { tag: element.tag, lengthBytes: explicit ? 2 : 4, padding: element.vr === 'UI' ? 0 : 0x20 };
}

/** The template with constant bytes appended: the header of its pixel data. */
export function append(template: Template, bytes: Uint8Array): Template {
  const last = template.constants.length - 1;
  const constants = template.constants.map((constant, index) =>
    index === last ? Buffer.concat([constant, bytes]) : constant,
  );
  return { ...template, constants };
}
