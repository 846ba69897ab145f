import { randomUUID } from 'node:crypto';

const MOST_CHARACTERS = 64;
const COMPONENTS = /^[0-2](\.(0|[1-9][0-9]*))+$/;

/** Whether text is a legal UID: PS3.5 §9.1, and a root arc of 0 to 2 as ISO/IEC 9834-1 has it. */
export function isUid(text: string): boolean {
  return text.length <= MOST_CHARACTERS && COMPONENTS.test(text);
}

/** A new UID under 2.25 from a random UUID (PS3.5 §B.2): unique without a registered root. */
export function newUid(): string {
  return `2.25.${BigInt(`0x${randomUUID().replaceAll('-', '')}`)}`;
}
