import type { GeneratorCeiling, LoadResult } from '../results/load-result.ts';
import type { Ceiling } from './measure-ceiling.ts';

/** Share of its ceiling from which on the generator, and not the target, may be what is measured. */
const SATURATED_FROM = 0.8;

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
