import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { narrowed } from '../../scenarios/selection/narrow-selection.ts';
import { requiredNames } from '../../scenarios/selection/required-names.ts';
import { selectScenarios } from '../../scenarios/selection/select-scenarios.ts';
import { SUITE_NAMES, type SuiteName } from '../../scenarios/suite-names.ts';
import { COVERS, SCENARIOS } from '../../scenarios/suites.ts';
import { isUid } from '../dicom/uid.ts';
import { suggestionFor } from '../errors/did-you-mean.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { startServer } from '../reference-server/listen.ts';
import { allRequirements } from '../requirements/register.ts';
import type { RequirementId } from '../requirements/requirement-ids.ts';
import { type Baseline, withBaseline } from '../results/baseline.ts';
import type { FailOn } from '../results/outcome.ts';
import { readBaseline, UnusableBaseline } from '../results/read-baseline.ts';
import { withRequired } from '../results/required.ts';
import type { Results } from '../results/results.ts';
import { runConformance as play } from '../run/conformance-run.ts';
import { underFreshUids } from '../run/fresh-study.ts';
import { readHeldStudy } from '../run/held-study.ts';
import { openDataset } from '../run/open-session.ts';
import { type Player, startPlaywright } from '../run/playwright.ts';
import { MOST_TIMES, playRepeatedly } from '../run/repeated/play-repeatedly.ts';
import type { Target } from '../target/target.ts';
import { inRunFolder } from './run-folder.ts';
import { openEmbedded, openWithSecrets, refuseUnknown, type TargetOptions } from './target.ts';

/** What is played, and against which server. */
export interface ConformanceOptions {
  /** The server; the embedded reference server where none is named. */
  readonly target?: TargetOptions;
  /** `tutorial` unless told otherwise. */
  readonly suites?: readonly SuiteName[];
  /** Ids of single scenarios, such as `T04`, to be judged alone; what they build on is played as well. */
  readonly scenarios?: readonly string[];
  /** Only scenarios whose id or title matches. */
  readonly grep?: RegExp;
  /** Only scenarios that judge one of these requirements, such as `WADO-RS-040`. */
  readonly only?: readonly RequirementId[];
  /** Only scenarios of these clauses and those below, such as `10.4.1`. */
  readonly clauses?: readonly string[];
  /** Ids of scenarios that are left out. */
  readonly exclude?: readonly string[];
  /** Requirements or services that may not be left without a verdict: `summary.exitCode` is 5 otherwise. */
  readonly require?: readonly (RequirementId | (string & {}))[];
  /** Plays so often, 1 to 100 times, and says which requirements do not end the same way each time; once unless told otherwise. */
  readonly repeat?: number;
  /** File of accepted breaches, as the command `baseline` prints it. */
  readonly baseline?: string;
  /** Folder with the files of one study, stored in place of the tutorial's. Always under fresh UIDs. */
  readonly dataset?: string;
  /** Of a target that is only read: Study Instance UID of a study that is there; else one that a search lists. */
  readonly study?: string;
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
  refuseUnknown(options, Object.keys(NAMES), 'runConformance');
  const { suites = [], study = null, repeat = 1, onProgress: say = () => {} } = options;
  const unknown = suites.find((suite) => !SUITE_NAMES.includes(suite));
  if (unknown !== undefined)
    throw new CommandError(`suites: unknown suite "${unknown}"`, undefined, suggestionFor(unknown, SUITE_NAMES));
  const { scenarios: scenario, grep, only, clauses: clause, exclude, failOn = 'fail' } = options;
  const { scenarios, selected } = selectScenarios(suites, narrowed(suites, { scenario, grep, only, clause, exclude }));
  refuseRepeat(repeat);
  const required = requiredNames(options.require ?? [], selected);
  const baseline = options.baseline === undefined ? null : baselineFrom(options.baseline);
  const server = options.target === undefined ? await startServer() : null;
  try {
    const { target, input, env } = server ? openEmbedded(server.baseUrl) : openWithSecrets(options.target ?? '');
    refuseWrites(options, target);
    const datasetFolder = options.dataset === undefined ? null : resolve(options.dataset);
    const original = target.isReadOnly ? null : openDataset(datasetFolder, null);
    const own = original && (() => ({ ...underFreshUids(original), datasetFolder }));
    const signal = options.signal ?? new AbortController().signal;
    const command = ['runConformance'];
    const start = () => startPlaywright({ quiet: true, env });
    const playOnce = async (folder: string, player: Player): Promise<Results> =>
      play({
        folder,
        command,
        startedAt: new Date().toISOString(),
        input,
        target,
        ...(own?.() ?? (await readHeldStudy({ target, study, folder, signal, say }))),
        confirmReset: null,
        failOn,
        known: SCENARIOS,
        scenarios,
        suites: COVERS,
        selected,
        player,
        signal,
        say,
      });
    return await inRunFolder(options.folder, async (folder) => {
      const first = start();
      try {
        const joining = { id: randomUUID(), command, register: allRequirements(), suites: COVERS, failOn };
        const played =
          repeat > 1
            ? await playRepeatedly({ times: repeat, folder, first, startPlayer: start, play: playOnce, say }, joining)
            : await playOnce(folder, first);
        const demanding = withRequired(played, required, failOn);
        const today = new Date().toISOString().slice(0, 10);
        return baseline === null ? demanding : withBaseline(demanding, baseline, { failOn, today });
      } finally {
        first.end();
      }
    });
  } finally {
    await server?.close();
  }
}

const NAMES: Readonly<Record<keyof ConformanceOptions, true>> = {
  target: true,
  suites: true,
  scenarios: true,
  dataset: true,
  grep: true,
  only: true,
  clauses: true,
  exclude: true,
  require: true,
  baseline: true,
  repeat: true,
  study: true,
  folder: true,
  failOn: true,
  signal: true,
  onProgress: true,
};

/** @throws CommandError for a number of repetitions that cannot be meant. */
function refuseRepeat(repeat: number): void {
  if (Number.isInteger(repeat) && repeat >= 1 && repeat <= MOST_TIMES) return;
  throw new CommandError(`repeat: a whole number from 1 to ${MOST_TIMES} is needed, not ${String(repeat)}`);
}

/** @throws CommandError for a file that cannot be used. */
function baselineFrom(path: string): Baseline {
  try {
    return readBaseline(path);
  } catch (error) {
    if (error instanceof UnusableBaseline) throw new CommandError(`baseline: ${error.message}`);
    throw error;
  }
}

/** @throws CommandError for options that exclude each other. */
function refuseWrites({ study, dataset }: ConformanceOptions, { isReadOnly }: Target): void {
  if (isReadOnly && dataset !== undefined) throw new CommandError('dataset: a target that is only read takes none');
  if (study === undefined) return;
  if (!isReadOnly) throw new CommandError('study is for a target with readOnly: true');
  if (!isUid(study)) throw new CommandError(`study: "${study.slice(0, 80)}" is no UID`);
}
