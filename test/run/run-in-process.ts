import type { Results } from '../../lib/results/results.ts';
import { runConformance } from '../../lib/run/conformance-run.ts';
import { underFreshUids } from '../../lib/run/fresh-study.ts';
import { openDataset } from '../../lib/run/open-session.ts';
import { playerInProcess } from '../../lib/run/player-in-process.ts';
import { type Scenario, withNeeded } from '../../lib/run/scenario.ts';
import { resolveTarget, type TargetInput } from '../../lib/target/configuration.ts';
import { COVERS, SCENARIOS } from '../../scenarios/suites.ts';

interface Asked {
  /** Where the run is left: its results are returned and not written. */
  readonly folder: string;
  readonly input: TargetInput;
  /** Ids of the scenarios to judge. */
  readonly selected: readonly string[];
  /** Scenarios that are played in place of the usual. */
  readonly known?: readonly Scenario[];
  /** Folder of a study; the tutorial's without it. */
  readonly datasetFolder?: string;
  readonly say?: (line: string) => void;
  /** Cuts the run short. */
  readonly signal?: AbortSignal;
}

/**
 * A run as `conformance` makes it, under fresh UIDs, at a third of the price: in this process and without Playwright. For
 * tests of what is done with a run. Credentials are those in the environment of this process.
 */
export function runInProcess(asked: Asked): Promise<Results> {
  const { folder, input, selected, known = SCENARIOS, datasetFolder = null, say = () => {} } = asked;
  const { signal = new AbortController().signal } = asked;
  const original = openDataset(datasetFolder, null);
  return runConformance({
    folder,
    command: ['dicomweb-harness', 'conformance'],
    startedAt: new Date().toISOString(),
    input,
    target: resolveTarget(input, process.env),
    ...underFreshUids(original),
    datasetFolder,
    confirmReset: null,
    failOn: 'fail',
    known,
    scenarios: known,
    suites: COVERS,
    selected,
    player: playerInProcess(withNeeded(known, selected)),
    signal,
    say,
  });
}
