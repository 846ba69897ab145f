import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { readAll } from '../../lib/bytes/byte-source.ts';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import type { Results } from '../../lib/results/results.ts';
import { SUITES } from '../../scenarios/suites.ts';
import { runInProcess } from '../run/run-in-process.ts';
import type { Defect } from './kit/defect.ts';
import { Effects } from './seen.ts';

/** A run against a server with a defect. */
export interface Played {
  /** Null where the run ended by an error of the harness or took too long. */
  readonly results: Results | null;
  readonly error: string | null;
  readonly effects: Effects;
  readonly seconds: number;
}

/** How long what was stored may take to show, in milliseconds: shorter than by default, so that a run stays short. */
const VISIBILITY_WINDOW_MS = 1_000;
const TIMEOUT_MS = 5_000;

/** Plays the tutorial and the duties with small pictures; longer than `boundMs` is given up. */
export async function playDefect({ make }: Pick<Defect, 'make'>, boundMs: number): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'unforeseen-'));
  const effects = new Effects();
  const server = await startServer({ behaviours: effects.around([make()].flat()) });
  const begun = performance.now();
  const ended = (results: Results | null, error: string | null): Played => {
    return { results, error, effects, seconds: (performance.now() - begun) / 1_000 };
  };
  try {
    const running = runInProcess({
      folder: join(folder, 'run'),
      datasetFolder: studyIn(folder),
      input: { target: server.baseUrl, embedded: false, timeoutMs: TIMEOUT_MS, profile: profileIn(folder) },
      selected: [...SUITES.tutorial, ...SUITES.duties].map(({ id }) => id),
    });
    return ended(await withinBound(running, boundMs), null);
  } catch (error) {
    return ended(null, error instanceof Error ? error.message : String(error));
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function studyIn(folder: string): string {
  const study = join(folder, 'study');
  mkdirSync(study);
  for (const { name, source } of tutorialDataset({ rows: 33, columns: 35 }).instances)
    writeFileSync(join(study, name), readAll(source));
  mkdirSync(join(folder, 'run'));
  return study;
}

function profileIn(folder: string): string {
  const standard = readFileSync(join(PACKAGE_FOLDER, 'lib/target/profiles/standard.json'), 'utf8');
  const file = join(folder, 'profile.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(standard), visibilityWindowMs: VISIBILITY_WINDOW_MS }));
  return file;
}

async function withinBound<Value>(running: Promise<Value>, boundMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the run took longer than ${boundMs} ms`)), boundMs);
  });
  try {
    return await Promise.race([running, bound]);
  } finally {
    clearTimeout(timer);
  }
}
