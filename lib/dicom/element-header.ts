import { vrOf } from './dictionary.ts';
import { octetText, printedTag, tagText } from './tag.ts';
import type { Encoding } from './transfer-syntax.ts';
import { type VrFacts, vrFacts, vrFactsByCode } from './vr.ts';
import type { Walk } from './walk.ts';

/** What stands before the value of an element (PS3.5 §7.1). */
export interface ElementHeader {
  readonly tag: number;
  /** The tag as eight hexadecimal digits. */
  readonly name: string;
  readonly offset: number;
  readonly facts: VrFacts;
  readonly valueOffset: number;
  readonly length: number;
}

/**
 * The header of the element that starts at `offset`; undefined when it cannot be followed, which has been reported.
 * `trailing` says that an unreadable one is what was left behind after the last element.
 */
export function readHeader(
  walk: Walk,
  offset: number,
  tag: number,
  end: number,
  { explicitVr, littleEndian }: Encoding,
  trailing: boolean,
): ElementHeader | undefined {
  const name = tagText(tag);
  if (!explicitVr) {
    const facts = vrFacts(vrOf(name)[0] ?? 'UN');
    return { tag, name, offset, facts, valueOffset: offset + 8, length: walk.window.uint32(offset + 4, littleEndian) };
  }
  const code = walk.window.uint16(offset + 4, false);
  const facts = vrFactsByCode(code) ?? futureVr(walk, offset, name, code);
  if (!facts) {
    const bytes = `${octetText(code >> 8)} ${octetText(code)}`;
    if (trailing) walk.lose('trailing-bytes', offset, `${end - offset} bytes after the last element are no element`);
    else walk.lose('bad-vr', offset + 4, `${printedTag(name)} has the bytes ${bytes} where its VR was due`);
    return undefined;
  }
  if (!facts.longLength) {
    return { tag, name, offset, facts, valueOffset: offset + 8, length: walk.window.uint16(offset + 6, littleEndian) };
  }
  if (end - offset < 12) {
    walk.lose('truncated', offset, `${printedTag(name)} ends inside its header`);
    return undefined;
  }
  return { tag, name, offset, facts, valueOffset: offset + 12, length: walk.window.uint32(offset + 8, littleEndian) };
}

/** VRs that PS3.5 may define some day have a 32-bit length (§6.2 note 2), so two letters can be stepped over. */
function futureVr(walk: Walk, offset: number, name: string, code: number): VrFacts | undefined {
  const letters = [code >> 8, code & 255];
  if (!letters.every((letter) => letter >= 0x41 && letter <= 0x5a)) return undefined;
  walk.report('unknown-vr', offset + 4, `${printedTag(name)} has the unknown VR ${String.fromCharCode(...letters)}`);
  return vrFacts('UN');
}
