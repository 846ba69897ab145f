export const UNDEFINED_LENGTH = 0xffffffff;
export const ITEM = 0xfffee000;
export const ITEM_DELIMITATION = 0xfffee00d;
export const SEQUENCE_DELIMITATION = 0xfffee0dd;

const OCTETS = Array.from({ length: 256 }, (_, octet) => octet.toString(16).toUpperCase().padStart(2, '0'));

/** A byte as two upper-case hexadecimal digits. */
export function octetText(octet: number): string {
  return OCTETS[octet & 255] ?? '';
}

/** A tag, group in the upper half, as eight upper-case hexadecimal digits. */
export function tagText(tag: number): string {
  return octetText(tag >>> 24) + octetText(tag >>> 16) + octetText(tag >>> 8) + octetText(tag);
}

/** A tag as the standard prints it: (gggg,eeee). */
export function printedTag(tag: string): string {
  return `(${tag.slice(0, 4)},${tag.slice(4)})`;
}
