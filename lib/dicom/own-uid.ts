import { createHmac, randomBytes } from 'node:crypto';

/**
 * UIDs of which it can be proved that a run made them: `2.25.` and a version 8 UUID (PS3.5 §B.2, RFC 9562 §5.8) of a number
 * that was drawn and of the keyed hash of that number. Whoever does not have the secret of the run makes none.
 */
const PREFIX = '2.25.';
/** Hexadecimal digits of the number that is drawn, before the version of the UUID. */
const DRAWN_DIGITS = 12;
const DIGITS = 32;

/** A secret for a new run. */
export function newRunSecret(): string {
  return randomBytes(32).toString('hex');
}

/** A UID of the run with this secret, from random hexadecimal digits. */
export function ownUid(secret: string, drawn: string): string {
  const number = drawn.slice(0, DRAWN_DIGITS);
  const mark = createHmac('sha256', secret)
    .update(number)
    .digest('hex')
    .slice(0, DIGITS - DRAWN_DIGITS);
  const clear = ~((0xfn << 76n) | (0x3n << 62n));
  return `${PREFIX}${(BigInt(`0x${number}${mark}`) & clear) | (0x8n << 76n) | (0x2n << 62n)}`;
}

/** Whether the run with this secret made a UID. */
export function isOwnUid(secret: string, uid: string): boolean {
  if (!uid.startsWith(PREFIX) || !/^[1-9][0-9]{0,38}$/.test(uid.slice(PREFIX.length))) return false;
  const digits = BigInt(uid.slice(PREFIX.length)).toString(16).padStart(DIGITS, '0');
  return digits.length === DIGITS && ownUid(secret, digits) === uid;
}
