import { drawnHex, secretOfRun } from '../bytes/drawn.ts';
import { ownUid } from './own-uid.ts';

const MOST_CHARACTERS = 64;
const COMPONENTS = /^[0-2](\.(0|[1-9][0-9]*))+$/;

/** Whether text is a legal UID: PS3.5 §9.1, and a root arc of 0 to 2 as ISO/IEC 9834-1 has it. */
export function isUid(text: string): boolean {
  return text.length <= MOST_CHARACTERS && COMPONENTS.test(text);
}

/** Bits of a UUID that say which kind it is: version 4, of RFC 9562. */
const KIND = { clear: ~((0xfn << 76n) | (0x3n << 62n)), set: (0x4n << 76n) | (0x2n << 62n) } as const;

/**
 * A new UID under 2.25 from a random UUID (PS3.5 §B.2): unique without a registered root. Within a run it can be proved to be
 * of that run (`own-uid.ts`).
 */
export function newUid(): string {
  const secret = secretOfRun();
  if (secret !== undefined) return ownUid(secret, drawnHex('uid'));
  return `2.25.${(BigInt(`0x${drawnHex('uid')}`) & KIND.clear) | KIND.set}`;
}

/** Random digits that tell a UID from every other one. */
const TELLING = 12;

/**
 * A UID that nothing has and that is as like to this one as can be: of the same beginning with another end, or cut
 * short. A server that compares a part of it takes the one for the other. Short UIDs are often numbered, and one like
 * them may exist, so they are made longer instead.
 */
export function likeUid(uid: string, unlike: 'its end' | 'its length'): string {
  const [last = ''] = uid.split('.').slice(-1);
  if (last.length >= 2 * TELLING) {
    const start = uid.slice(0, -TELLING);
    if (unlike === 'its length') return start;
    const end = randomDigits();
    return uid.endsWith(end) ? newUid() : start + end;
  }
  const longer = `${uid}${/(^|\.)0$/.test(uid) ? '.1' : ''}${randomDigits()}`;
  return isUid(longer) ? longer : newUid();
}

function randomDigits(): string {
  return String(BigInt(`0x${drawnHex('digits')}`)).slice(-TELLING);
}
