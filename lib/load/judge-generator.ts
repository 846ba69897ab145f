import type { GeneratorCeiling, LoadResult } from '../results/load-result.ts';
import type { Ceiling } from './measure-ceiling.ts';

/** From this share of its ceiling on, the run may have measured the generator instead of the target. */
const SATURATED_FROM = 0.8;

/**
 * Says whether the generator was near its ceiling in the busiest quarter of the seconds. A request, and a byte, cost as
 * much of the generator as they did against the null sink. The sum of these costs is the share that was in use.
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
      ? `the generator was at ${percent} of the most that it can do, so the numbers show its limit and not the target's`
      : `the generator was at ${percent} of the most that it can do in the busiest quarter of the run`,
  };
}

/**
 * Requests and bytes, spread over the seconds in which they were worked on. The series counts a request in the second
 * in which it ended, but a large instance was sent over several seconds before.
 */
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
