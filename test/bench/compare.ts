import { type Cell, findGenerators } from './generators.ts';
import { type Measurement, measure, RUN_SECONDS } from './measure.ts';
import type { NullSink } from './sink/null-sink.ts';

const KIB = 1024;
const CELLS: readonly Cell[] = [
  { name: 'post', title: 'POST 4 KiB', bytes: 4 * KIB, bar: 2 },
  { name: 'unique', title: 'POST 512 KiB, unique instances', bytes: 512 * KIB, bar: 1.5 },
  { name: 'unread', title: 'GET 512 KiB, unread', bytes: 512 * KIB, bar: 1.5 },
  { name: 'hashed', title: 'GET 512 KiB, hashed', bytes: 512 * KIB, bar: 1.5 },
];

/** Runs of each generator whose figures go into a ratio, in turn, so that each meets the machine as the others do. */
const ROUNDS = 2;

/** One cell with what every generator did in it. */
export interface CellResult {
  readonly title: string;
  readonly bar: number;
  readonly measurements: Readonly<Record<string, Measurement>>;
  /** Requests per CPU-second of the engine, over those of k6 in its better form; null without k6. */
  readonly ratio: number | null;
  readonly reached: boolean | null;
}

/**
 * Runs every cell with every generator, one after the other.
 * @param bundle of the script
 * @param tell hears what is being done
 */
export async function compareGenerators(
  bundle: string,
  folder: string,
  sink: NullSink,
  tell: (text: string) => void,
): Promise<readonly CellResult[]> {
  const generators = findGenerators(bundle, folder);
  const results: CellResult[] = [];
  for (const cell of CELLS) {
    const measurements: Record<string, Measurement> = {};
    for (let round = 1; round <= ROUNDS; round++) {
      for (const generator of generators) {
        if (round > 1 && !generator.isJudged) continue;
        const child = generator.start(cell, sink.url, RUN_SECONDS);
        if (child === null) continue;
        tell(`${cell.title}: ${generator.name}`);
        const measured = await measure(child, sink);
        const before = measurements[generator.name];
        measurements[generator.name] = before === undefined ? measured : better(before, measured);
      }
    }
    results.push({ title: cell.title, bar: cell.bar, measurements, ...ratioOf(measurements, cell.bar) });
  }
  return results;
}

/** Other work on the machine only ever makes a generator look worse, so each one's better run counts. */
function better(one: Measurement, other: Measurement): Measurement {
  return one.requestsPerCpuSecond >= other.requestsPerCpuSecond ? one : other;
}

function ratioOf(
  measurements: Readonly<Record<string, Measurement>>,
  bar: number,
): Pick<CellResult, 'ratio' | 'reached'> {
  const k6 = Math.max(...['k6', 'k6 await'].map((name) => measurements[name]?.requestsPerCpuSecond ?? 0));
  const engine = measurements.engine?.requestsPerCpuSecond ?? 0;
  if (k6 === 0) return { ratio: null, reached: null };
  return { ratio: engine / k6, reached: engine / k6 >= bar };
}
