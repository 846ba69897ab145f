import { CommandError } from '../errors/exit-codes.ts';
import { UnusableFile } from '../errors/regular-file.ts';
import type { Cause, Sighting } from '../results/first-cause.ts';
import { ownId } from '../results/join/renamed.ts';
import type { Results } from '../results/results.ts';
import { type SeenAgain, seenAgain } from '../results/seen-again.ts';
import type { TargetInput } from '../target/configuration.ts';
import { resolveTarget } from '../target/configuration.ts';
import { runConformance } from './conformance-run.ts';
import { underFreshUids, underItsOwnUids } from './fresh-study.ts';
import { openDataset } from './open-session.ts';
import { playerInProcess } from './player-in-process.ts';
import { type Scenario, withNeeded } from './scenario.ts';
import { type RunSetup, readPartSetups, readSetup } from './setup.ts';

/** What is played: the scenarios that show the breach alone, or after all that the run had played before them. */
type ReplayScope = 'alone' | 'as-in-the-run';

export interface Replay {
  /** The run that saw the breach. */
  readonly earlier: Results;
  readonly cause: Cause;
  readonly scope: ReplayScope;
  /** The target, as `replaySetup` has it. */
  readonly input: TargetInput;
  /** Folder of the user's files; null for the tutorial set. */
  readonly datasetFolder: string | null;
  /** An empty folder for the journal, so that what a killed replay leaves can be cleaned up. */
  readonly folder: string;
  readonly known: readonly Scenario[];
  readonly command: readonly string[];
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

interface Replayed extends SeenAgain {
  readonly results: Results;
  /**
   * Whether more has to be played before the answer stands. A server that remembers (a cache, a counter, an index) shows
   * some breaches only after other requests, so that the scenarios alone do not show them.
   */
  readonly isPreliminary: boolean;
}

/**
 * Plays what shows a cause again, under UIDs made for it, and looks whether the same breach is there. It is a run like
 * any other: it says what it writes, keeps a ledger and cleans up.
 */
export async function replay(parts: Replay): Promise<Replayed> {
  const { earlier, cause, scope, input, datasetFolder, folder, known, command, signal, say } = parts;
  const sighting = shortest(cause, known);
  const original = openDataset(datasetFolder, null);
  // What a read-only run read lies on the server under its own UIDs.
  const study = input.isReadOnly ? underItsOwnUids(original) : underFreshUids(original);
  const inTheRun = asInTheRun(earlier, sighting);
  const selected = scope === 'alone' ? scenariosOf(sighting) : inTheRun;
  const results = await runConformance({
    folder,
    command,
    startedAt: new Date().toISOString(),
    input,
    target: resolveTarget(input, process.env),
    ...study,
    datasetFolder,
    confirmReset: null,
    failOn: 'fail',
    known,
    scenarios: known.filter(({ id }) => selected.includes(id)),
    suites: {},
    selected,
    player: playerInProcess(withNeeded(known, selected)),
    signal,
    say,
  });
  const { completeness, why = 'no reason is known' } = results.run;
  const isCutShort = completeness === 'partial';
  const seen = seenAgain(earlier, sighting, results, isCutShort ? why : null);
  const isPreliminary = seen.answer !== 'still-broken' && !isCutShort && inTheRun.length > selected.length;
  return { ...seen, results, isPreliminary };
}

/** All scenarios that the run played up to that of a sighting, and those that the sighting was judged by. */
function asInTheRun({ scenarios }: Results, sighting: Sighting): string[] {
  const ids = scenarios.map(({ id }) => id);
  return [...new Set([...ids.slice(0, ids.indexOf(sighting.scenario.id) + 1), ...scenariosOf(sighting)])];
}

/**
 * Where a run sent its requests, or another address, with the profile and the settings of the run; beside it the folder of
 * its data set.
 *
 * @throws CommandError where the folder does not say it.
 */
export function replaySetup(
  runFolder: string,
  otherTarget: string | undefined,
): { readonly input: TargetInput; readonly datasetFolder: string | null } {
  const { target: recorded, dataset: datasetFolder } = setupIn(runFolder);
  if (otherTarget === undefined) return { input: recorded, datasetFolder };
  // Roots are addresses of the recorded target.
  const { roots, urlSource, ...settings } = recorded;
  return { input: { ...settings, target: otherTarget, embedded: false }, datasetFolder };
}

function setupIn(runFolder: string): RunSetup {
  try {
    // The parts of a joined run had the same target, profile and data set.
    const [part] = readPartSetups(runFolder);
    return part?.setup ?? readSetup(runFolder);
  } catch (error) {
    if (error instanceof UnusableFile && !error.isMissing) throw error;
    throw new CommandError(
      `${runFolder} has no run.json that can be read, which says how the run was made`,
      undefined,
      'Give the folder of the run itself: what was shared cannot be replayed.',
    );
  }
}

/** The sighting of what leads the cause that needs the fewest scenarios. */
export function shortest({ lead, sightings }: Cause, known: readonly Scenario[]): Sighting {
  const costOf = (sighting: Sighting): number => withNeeded(known, scenariosOf(sighting)).length;
  return sightings
    .filter(({ breach }) => breach.code === lead.breach.code)
    .reduce((least, sighting) => (costOf(sighting) < costOf(least) ? sighting : least), lead);
}

/** The scenario of a sighting, and those whose exchanges it was judged by: their ids begin with the scenario's. */
export function scenariosOf({ scenario, finding, breach }: Sighting): string[] {
  const exchanges = [...finding.exchanges, ...(breach.exchange === null ? [] : [breach.exchange])];
  return [...new Set([scenario.id, ...exchanges.map((id) => ownId(id).replace(/\.\d+$/, ''))])];
}
