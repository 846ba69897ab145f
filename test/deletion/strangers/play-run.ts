import { mkdirSync } from 'node:fs';
import type { RemainsRecord } from '../../../lib/results/results.ts';
import { runConformance } from '../../../lib/run/conformance-run.ts';
import { underFreshUids, underItsOwnUids } from '../../../lib/run/fresh-study.ts';
import { openDataset } from '../../../lib/run/open-session.ts';
import { playerInProcess } from '../../../lib/run/player-in-process.ts';
import { withNeeded } from '../../../lib/run/scenario.ts';
import { resolveTarget, type TargetInput } from '../../../lib/target/configuration.ts';
import { COVERS, SCENARIOS } from '../../../scenarios/suites.ts';

/** What of a run differs from course to course. */
export interface Asked {
  /** Under which UIDs it stores; those of the files unless told otherwise. */
  readonly uids?: 'fresh' | 'original' | undefined;
  /** What is played; T18, which deletes an instance, unless told otherwise. */
  readonly scenario?: string | readonly string[] | undefined;
  /** Whether it was started with `--reset --yes`. */
  readonly isReset?: boolean;
  readonly roots?: TargetInput['roots'];
  /** Another folder than that of the course. */
  readonly folder?: string;
}

interface Setting {
  readonly folder: string;
  readonly datasetFolder: string;
  readonly input: TargetInput;
  readonly say: (line: string) => void;
}

/** A run as the command makes it, in this process and without its reports; returns what it lists as left. */
export async function playRun(setting: Setting, asked: Asked): Promise<readonly RemainsRecord[]> {
  const { datasetFolder, say } = setting;
  const { uids = 'original', scenario = 'T18', isReset = false, roots, folder = setting.folder } = asked;
  const input = roots ? { ...setting.input, roots } : setting.input;
  mkdirSync(folder, { recursive: true });
  const original = openDataset(datasetFolder, null);
  const selected = [scenario].flat();
  const { remains, run, scenarios } = await runConformance({
    folder,
    command: ['dicomweb-harness', 'conformance'],
    startedAt: new Date().toISOString(),
    input,
    target: resolveTarget(input, {}),
    ...(uids === 'fresh' ? underFreshUids(original) : underItsOwnUids(original)),
    datasetFolder,
    confirmReset: isReset ? async () => true : null,
    failOn: 'fail',
    known: SCENARIOS,
    scenarios: SCENARIOS,
    suites: COVERS,
    selected,
    player: playerInProcess(withNeeded(SCENARIOS, selected)),
    signal: new AbortController().signal,
    say,
  });
  if (run.why) say(run.why);
  for (const { id, reason } of scenarios) if (reason === 'harness-error') say(`harness-error in ${id}`);
  return remains;
}
