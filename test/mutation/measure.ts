import { basename } from 'node:path';
import { bundleTests, bundleWorker } from './bundle.ts';
import { instrument, type Mutant } from './instrument.ts';
import { type RestartingWorker, restartingWorker } from './restarting-worker.ts';
import type { Coverage, Selection } from './task.ts';

/** `timed-out` counts as noticed: a test that never ends fails too. `uncovered` counts as not noticed. */
export type Fate = 'killed' | 'timed-out' | 'survived' | 'uncovered';

export interface Outcome {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

export interface Plan {
  /** Absolute paths of the files to mutate. */
  readonly subjects: readonly string[];
  /** Absolute paths of the test files, whose tests are plain `test(name, body)` of node:test; those with options are left out. */
  readonly tests: readonly string[];
  /** Absolute paths of the folders that hold the subjects, the tests, and every file by which a test reaches a subject. */
  readonly rooms: readonly string[];
  readonly workers: number;
  /**
   * Time limit of a mutant beyond a multiple of what its tests take. Only mutants that never end pay for it, and a
   * busy machine must not kill the others.
   */
  readonly slackMilliseconds: number;
  /** Called after each mutant. */
  readonly progress: (done: number, all: number) => void;
}

/** A mutant may take so much more time and passes than the dry run took. */
const LIMIT = { timeFactor: 20, hitFactor: 100 } as const;
const DRY_RUN_MILLISECONDS = 300_000;

interface DryRun {
  readonly coverage: Coverage;
  readonly milliseconds: number;
}

/**
 * Tries every mutant of the subjects against the tests that pass it until one fails: the namesake's first, then those
 * of the quickest files. Throws where a test fails without any mutant: then no failure would mean anything.
 */
export async function measure({
  subjects,
  tests,
  rooms,
  workers,
  slackMilliseconds,
  progress,
}: Plan): Promise<Outcome[]> {
  const { sources, mutants } = await instrument(subjects);
  const data = {
    programs: await bundleTests(tests, sources, rooms),
    base: import.meta.filename,
    mutants: mutants.length,
  };
  const program = await bundleWorker();
  const pool = Array.from({ length: workers }, () => restartingWorker(program, data));
  try {
    const dryRuns = await runDry(tests, pool[0] as RestartingWorker);
    const outcomes: Outcome[] = [];
    const queue = mutants.entries();
    await Promise.all(
      pool.map(async (worker) => {
        for (const [index, mutant] of queue) {
          outcomes[index] = { mutant, fate: await fateOf(mutant, tests, dryRuns, slackMilliseconds, worker) };
          progress(index + 1, mutants.length);
        }
      }),
    );
    return outcomes;
  } finally {
    await Promise.all(pool.map((worker) => worker.stop()));
  }
}

async function runDry(tests: readonly string[], worker: RestartingWorker): Promise<DryRun[]> {
  const runs: DryRun[] = [];
  for (const [file, path] of tests.entries()) {
    const reply = await worker.run({ kind: 'dry-run', file }, DRY_RUN_MILLISECONDS);
    if (reply.kind !== 'covered') {
      const why = reply.kind === 'failed' ? `"${reply.test}" fails: ${reply.message}` : `it ${reply.kind}`;
      throw new Error(`${path} does not pass without a mutant: ${why}`);
    }
    runs.push(reply);
  }
  return runs;
}

async function fateOf(
  mutant: Mutant,
  tests: readonly string[],
  dryRuns: readonly DryRun[],
  slackMilliseconds: number,
  worker: RestartingWorker,
): Promise<Fate> {
  const id = Number(mutant.id);
  const namesake = `${basename(mutant.fileName, '.ts')}.test.ts`;
  let hits = 0;
  let milliseconds = 0;
  const found: { readonly selection: Selection; readonly milliseconds: number }[] = [];
  for (const [file, run] of dryRuns.entries()) {
    const selection = selectionOf(id, file, run.coverage);
    if (!selection) continue;
    hits += hitsOf(id, run.coverage);
    milliseconds += run.milliseconds;
    found.push({ selection, milliseconds: basename(tests[file] ?? '') === namesake ? 0 : run.milliseconds });
  }
  const selections = found
    .sort((one, other) => one.milliseconds - other.milliseconds)
    .map(({ selection }) => selection);
  if (selections.length === 0) return 'uncovered';
  const reply = await worker.run(
    { kind: 'mutant', mutant: id, hitLimit: hits * LIMIT.hitFactor, selections },
    slackMilliseconds + milliseconds * LIMIT.timeFactor,
  );
  if (reply.kind === 'survived' || reply.kind === 'timed-out') return reply.kind;
  return 'killed';
}

/** Code that runs while a file is loaded may show in any of its tests. */
function selectionOf(mutant: number, file: number, { loading, tests }: Coverage): Selection | null {
  if (mutant in loading) return { file };
  const passing = [...tests.keys()].filter((index) => mutant in (tests[index] ?? {}));
  return passing.length > 0 ? { file, tests: passing } : null;
}

function hitsOf(mutant: number, { loading, tests }: Coverage): number {
  return [loading, ...tests].reduce((sum, hits) => sum + (hits[mutant] ?? 0), 0);
}
