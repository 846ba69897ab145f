import { seconds } from '../../portable/duration.ts';
import { RUN_LIMIT } from '../../portable/uid.ts';

/** What a number of a load may be. */
interface Limit {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

/** The numbers of a load, as flags and as options of the library give them. */
export const LOAD_LIMITS = {
  vus: { least: 1, most: 1e5, isWhole: true },
  rate: { least: 0.1, most: 1e6, isWhole: false },
  instancesPerRequest: { least: 1, most: 1000, isWhole: true },
  corpus: { least: 1, most: 1e5, isWhole: true },
  instances: { least: 1, most: 1e9, isWhole: true },
  /** Seconds. */
  wait: { least: 0, most: 86_400, isWhole: false },
  sample: { least: 0, most: 1, isWhole: false },
  seed: { least: 0, most: RUN_LIMIT - 1, isWhole: true },
} as const satisfies Readonly<Record<string, Limit>>;

/** @throws RangeError that says what is needed in place of the value. */
export function withinLimit(value: number, { least, most, isWhole }: Limit): number {
  if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value;
  throw new RangeError(`a ${isWhole ? 'whole ' : ''}number from ${least} to ${most} is needed.`);
}

/** Longest load, in seconds: 30 days. */
const LONGEST = 30 * 86_400;

/** @throws RangeError for a text that is no duration, or one that is too short or too long. */
export function checkedDuration(text: string): string {
  const length = seconds(text);
  if (length >= 1 && length <= LONGEST) return text;
  throw new RangeError('a duration from one second to 30 days (720h) is needed.');
}
