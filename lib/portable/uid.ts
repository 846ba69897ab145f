/**
 * UIDs that need no registered root: each is `2.25.` and the decimal form of a UUID (PS3.5 Annex B.2), here a
 * version 8 UUID (RFC 9562 section 5.8) whose upper bits name the run and the generator and whose lower bits leave
 * room for eighteen decimal digits to count with. All are 44 characters long, so a UID is replaced in place.
 */

/** Largest run number plus one: 47 bits are free for it. */
export const RUN_LIMIT = 2 ** 47;
/** Largest generator number plus one: 12 bits are free for it. */
export const GENERATOR_LIMIT = 4096;
/** Characters of every UID that `uid` makes. */
export const UID_LENGTH = 44;
/** Characters of the prefix that all UIDs of one generator of one run share. */
export const UID_PREFIX_LENGTH = 26;
/** Digits of the count at the end of a UID. */
export const COUNTER_DIGITS = 12;

const LIMB = 1_000_000;
const LIMBS = 7;
/** Limbs that hold the eighteen digits to count with. */
const FREE_LIMBS = 3;

/** What a UID names. The digit makes the UIDs of a study, a series and an instance with the same count different. */
export const UID_KINDS = { study: 1, series: 2, instance: 3, other: 4 } as const;
export type UidKind = keyof typeof UID_KINDS;

/**
 * Prefix of the UIDs of one generator in one run. Each pair of run and generator has a prefix of its own, so that two
 * generators never make the same UID. Throws a RangeError outside the limits.
 */
export function uidPrefix(run: number, generator: number): string {
  if (!Number.isInteger(run) || run < 0 || run >= RUN_LIMIT) {
    throw new RangeError(`run number ${run} is not a whole number from 0 to ${RUN_LIMIT - 1}`);
  }
  if (!Number.isInteger(generator) || generator < 0 || generator >= GENERATOR_LIMIT) {
    throw new RangeError(`generator number ${generator} is not a whole number from 0 to ${GENERATOR_LIMIT - 1}`);
  }
  const words = [
    0x8000 + Math.floor(run / 2 ** 32),
    Math.floor(run / 2 ** 16) % 2 ** 16,
    run % 2 ** 16,
    0x8000 + generator,
    0x8000,
    0,
    0,
    0,
  ];
  const limbs: number[] = new Array<number>(LIMBS).fill(0);
  for (const word of words) multiplyAdd(limbs, word);
  roundUp(limbs);
  return `2.25.${limbs
    .slice(FREE_LIMBS)
    .reverse()
    .map((limb) => String(limb).padStart(6, '0'))
    .join('')
    .slice(-(UID_PREFIX_LENGTH - 5))}`;
}

/**
 * One UID under a prefix. `worker` is the number of the virtual user (0 to 99,999), `count` counts what it makes (below
 * 10^12). Throws a RangeError outside these limits.
 */
export function uid(prefix: string, kind: UidKind, worker: number, count: number): string {
  if (worker > 99_999 || count >= 1e12) throw new RangeError(`no UID is left for worker ${worker}, count ${count}`);
  return `${prefix}${UID_KINDS[kind]}${String(worker).padStart(5, '0')}${String(count).padStart(COUNTER_DIGITS, '0')}`;
}

/** `limbs` times 2^16 plus `word`, in place; the lowest limb comes first. */
function multiplyAdd(limbs: number[], word: number): void {
  let carry = word;
  for (let index = 0; index < limbs.length; index++) {
    const value = (limbs[index] ?? 0) * 65_536 + carry;
    limbs[index] = value % LIMB;
    carry = Math.floor(value / LIMB);
  }
}

/** Up to the next multiple of 10^18: stays below 2^62 away, so neither version nor variant bits change. */
function roundUp(limbs: number[]): void {
  for (let index = FREE_LIMBS, carry = 1; index < limbs.length && carry > 0; index++) {
    const value = (limbs[index] ?? 0) + carry;
    limbs[index] = value % LIMB;
    carry = Math.floor(value / LIMB);
  }
  limbs.fill(0, 0, FREE_LIMBS);
}
