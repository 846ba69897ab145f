import { resolve } from 'node:path';
import { freshUidsFor, withUids } from '../../fixtures/fresh-uids.ts';
import type { SuiteName } from '../../scenarios/suite-names.ts';
import { COVERS, SCENARIOS } from '../../scenarios/suites.ts';
import { selectScenarios } from '../cli/selection/select-scenarios.ts';
import { startServer } from '../reference-server/listen.ts';
import type { Results } from '../results/results.ts';
import type { FailOn } from '../results/summary.ts';
import { runConformance as play } from '../run/conformance-run.ts';
import { openDataset } from '../run/open-session.ts';
import { startPlaywright } from '../run/playwright.ts';
import { resolveTarget } from '../target/configuration.ts';
import { inRunFolder } from './run-folder.ts';
import { inputOf, type TargetOptions } from './target.ts';

/** What is played, and against which server. */
export interface ConformanceOptions {
  /** The server; the embedded reference server where none is named. */
  readonly target?: TargetOptions;
  /** `tutorial` unless told otherwise. */
  readonly suites?: readonly SuiteName[];
  /** Ids of single scenarios, such as `T04`, to be judged alone; what they build on is played as well. */
  readonly scenarios?: readonly string[];
  /** Folder with the files of one study, stored in place of the tutorial's. Always under fresh UIDs. */
  readonly dataset?: string;
  /** New or empty folder for results.json, the reports and the evidence; without it nothing stays. */
  readonly folder?: string;
  /** Which verdicts make `summary.exitCode` 1; default `fail`. */
  readonly failOn?: FailOn;
  /** Ends the run: what was stored is deleted, and the results are marked partial. */
  readonly signal?: AbortSignal;
  /** Told what the run is about to do. Nothing is printed. */
  readonly onProgress?: (line: string) => void;
}

/**
 * A whole conformance run, as the command `conformance` plays it: looks at the target, stores a study under fresh UIDs,
 * plays, judges, deletes what it stored. Findings are in the results and throw nothing; neither does a target that cannot
 * be reached, of which `run.completeness` and `run.why` tell.
 *
 * @throws CommandError for options that cannot be meant, such as an unknown scenario or a folder that is not empty.
 */
export async function runConformance(options: ConformanceOptions = {}): Promise<Results> {
  const { scenarios, selected } = selectScenarios(options.suites ?? [], options.scenarios);
  const server = options.target === undefined ? await startServer() : null;
  try {
    const input = server ? { target: server.baseUrl, embedded: true } : inputOf(options.target ?? {});
    const target = resolveTarget(input, process.env);
    const original = openDataset(options.dataset ?? null, null);
    const uids = freshUidsFor(original);
    return await inRunFolder(options.folder, async (folder) => {
      const playwright = startPlaywright({ quiet: true });
      try {
        return await play({
          folder,
          command: ['runConformance'],
          startedAt: new Date().toISOString(),
          input,
          target,
          dataset: withUids(original, uids),
          datasetFolder: options.dataset === undefined ? null : resolve(options.dataset),
          freshUids: Object.fromEntries(uids),
          confirmReset: null,
          failOn: options.failOn ?? 'fail',
          known: SCENARIOS,
          scenarios,
          suites: COVERS,
          selected,
          player: playwright,
          signal: options.signal ?? new AbortController().signal,
          say: options.onProgress ?? (() => {}),
        });
      } finally {
        playwright.end();
      }
    });
  } finally {
    await server?.close();
  }
}
