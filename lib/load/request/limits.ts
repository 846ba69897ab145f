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

/** @throws RangeError for a text that is no duration, or one of less than a second. */
export function checkedDuration(text: string): string {
  if (seconds(text) < 1) throw new RangeError('a duration of at least one second is needed');
  return text;
}
