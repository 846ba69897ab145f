import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import type { GeneratorCeiling, LoadResult } from '../results/load-result.ts';
import type { Measured } from './measured.ts';
import type { ScriptName } from './scripts.ts';

/** What the generator can do at most. */
export interface Ceiling {
  /** Of requests with hardly a byte. */
  readonly requestsPerSecond: number;
  /** Bytes that requests of the usual size carry; 0 where none were measured. */
  readonly bytesPerSecond: number;
  /** The requests that carried them: what these cost is no cost of the bytes. */
  readonly carryingRequestsPerSecond: number;
}

export type Direction = 'send' | 'receive';

/** Which way the bytes of a script go. */
export const DIRECTIONS: Readonly<Record<ScriptName, readonly Direction[]>> = {
  stow: ['send'],
  durability: ['send', 'receive'],
  wado: ['receive'],
  mixed: ['send', 'receive'],
  qido: [],
  delete: [],
};

/** Share of its ceiling from which on the generator, and not the target, may be what is measured. */
export const SATURATED_FROM = 0.8;

/**
 * Measures the ceiling. `run` runs the ceiling script with some more of its environment, for about a second each.
 *
 * @throws CommandError when the generator gets nothing done.
 */
export async function measureCeiling(
  script: ScriptName,
  run: (environment: Readonly<Record<string, string>>) => Promise<Measured>,
): Promise<Ceiling> {
  const requestsPerSecond = rate(await run({ CEILING: 'small' }), 'ceiling_requests');
  let slowest = { bytesPerSecond: 0, carryingRequestsPerSecond: 0 };
  for (const direction of DIRECTIONS[script]) {
    const measured = await run({ CEILING: direction });
    const bytesPerSecond = rate(measured, 'ceiling_bytes');
    if (slowest.bytesPerSecond > 0 && slowest.bytesPerSecond <= bytesPerSecond) continue;
    slowest = { bytesPerSecond, carryingRequestsPerSecond: rate(measured, 'ceiling_requests') };
  }
  return { requestsPerSecond, ...slowest };
}

/**
 * Per second, over the whole seconds but the first, in which the generator warms up; over all when there are few, or when
 * requests take so long that none ends within.
 */
function rate({ seconds, error }: Measured, metric: string): number {
  const total = (some: Measured['seconds']): number => some.reduce((sum, { counts }) => sum + (counts[metric] ?? 0), 0);
  const steady = seconds.slice(1, -1);
  const counted = total(steady) > 0 ? steady : seconds;
  if (total(counted) === 0) {
    const why = `the generator got nothing done against a null sink: ${error ?? 'no request'}`;
    throw new CommandError(why, EXIT_CODES.harnessError, 'choose a smaller --size, or fewer --vus');
  }
  return total(counted) / counted.length;
}

/**
 * Whether the generator was near its ceiling in the busiest quarter of the seconds. A request costs what it costs
 * against the sink, and so does a byte; both together are the share of the generator that was in use.
 */
export function judgeGenerator(ceiling: Ceiling, series: LoadResult['series']): GeneratorCeiling {
  const { requestsPerSecond, bytesPerSecond, carryingRequestsPerSecond } = ceiling;
  const shareOfBytes = Math.max(0, 1 - use(carryingRequestsPerSecond, requestsPerSecond));
  const uses = spread(series)
    .map(({ requests, bytes }) => use(requests, requestsPerSecond) + shareOfBytes * use(bytes, bytesPerSecond))
    .sort((left, right) => right - left);
  const busiest = uses.slice(0, Math.max(1, Math.ceil(uses.length / 4)));
  const share = busiest.reduce((sum, value) => sum + value, 0) / busiest.length || 0;
  const percent = `${Math.round(share * 100)} %`;
  const saturated = share >= SATURATED_FROM;
  return {
    requestsPerSecond,
    bytesPerSecond,
    saturated,
    why: saturated
      ? `the generator was at ${percent} of its ceiling against a null sink: the numbers are its own, not the target's`
      : `the generator was at ${percent} of its ceiling against a null sink in the busiest quarter of the run`,
  };
}

/** What ended in a second was the work of as many seconds as it took: a large instance is not sent in the last of them. */
function spread(series: LoadResult['series']): { requests: number; bytes: number }[] {
  const done = series.map(() => ({ requests: 0, bytes: 0 }));
  series.forEach(({ requests, bytes, p50 }, end) => {
    const took = Math.min(end + 1, Math.max(1, Math.ceil((p50 ?? 0) / 1000)));
    for (const second of done.slice(end + 1 - took, end + 1)) {
      second.requests += requests / took;
      second.bytes += bytes / took;
    }
  });
  return done;
}

function use(done: number, most: number): number {
  return most > 0 ? done / most : 0;
}
