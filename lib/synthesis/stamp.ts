import { FILE_META_LENGTH_OFFSET, type Slot, type SlotValue, type SlotValues, type Template } from './template.ts';

/** Bytes of a value with its padding. Values are even in length in every DICOM file (PS3.5 section 7.1.1). */
function paddedLength(value: SlotValue): number {
  return value.length + (value.length & 1);
}

/** Length field and value, padded; returns where the next byte goes. */
function write(header: Buffer, at: number, slot: Slot, value: SlotValue): number {
  const length = paddedLength(value);
  if (slot.lengthBytes === 2) header.writeUInt16LE(length, at);
  else header.writeUInt32LE(length, at);
  const start = at + slot.lengthBytes;
  if (typeof value === 'string') header.write(value, start, 'latin1');
  else header.set(value, start);
  if (length > value.length) header[start + value.length] = slot.padding;
  return start + length;
}

const inFileMeta = (slot: Slot): boolean => slot.tag.startsWith('0002');

function required(values: SlotValues, slot: Slot): SlotValue {
  const value = values[slot.tag];
  if (value === undefined) throw new Error(`no value was given for ${slot.tag}`);
  return value;
}

const SLAB = 1 << 18;
let slab = Buffer.alloc(0);
let used = 0;

/** Memory for a header. Cut from large pieces, since an allocation for each costs more than the stamping. */
function carve(length: number): Buffer {
  if (length > SLAB) return Buffer.allocUnsafe(length);
  if (slab.length - used < length) {
    slab = Buffer.allocUnsafeSlow(SLAB);
    used = 0;
  }
  used += length;
  return slab.subarray(used - length, used);
}

/**
 * The bytes of an instance up to its pixel data, all slots filled and every length exact. Throws an Error when a
 * value is missing.
 */
export function stamp(template: Template, values: SlotValues): Buffer {
  const { constants, slots } = template;
  let length = 0;
  for (const constant of constants) length += constant.length;
  for (const slot of slots) length += slot.lengthBytes + paddedLength(required(values, slot));
  const header = carve(length);
  let at = 0;
  let fileMetaLength = template.fileMetaLength;
  for (let index = 0; index < constants.length; index++) {
    const constant = constants[index];
    if (constant === undefined) break;
    header.set(constant, at);
    at += constant.length;
    const slot = slots[index];
    if (slot === undefined) break;
    const value = required(values, slot);
    at = write(header, at, slot, value);
    if (inFileMeta(slot)) fileMetaLength += paddedLength(value);
  }
  header.writeUInt32LE(fileMetaLength, FILE_META_LENGTH_OFFSET);
  return header;
}

/**
 * The template with some slots filled for good: what all instances of a study or a series share is written once, and
 * stamping an instance is left with the few elements of its own.
 */
export function bind(template: Template, values: SlotValues): Template {
  const constants: Uint8Array[] = [];
  const slots: Slot[] = [];
  let pending: Uint8Array[] = [];
  let { fileMetaLength } = template;
  template.constants.forEach((constant, index) => {
    pending.push(constant);
    const slot = template.slots[index];
    if (slot === undefined) return;
    const value = values[slot.tag];
    if (value === undefined) {
      constants.push(Buffer.concat(pending));
      slots.push(slot);
      pending = [];
      return;
    }
    const element = Buffer.allocUnsafe(slot.lengthBytes + paddedLength(value));
    write(element, 0, slot, value);
    pending.push(element);
    if (inFileMeta(slot)) fileMetaLength += paddedLength(value);
  });
  constants.push(Buffer.concat(pending));
  return { constants, slots, fileMetaLength };
}
