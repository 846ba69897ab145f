import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Dataset } from '../../fixtures/dataset.ts';
import { narrowed, shardOf } from '../../scenarios/selection/narrow-selection.ts';
import { requiredNames } from '../../scenarios/selection/required-names.ts';
import { dataNamed, selectScenarios } from '../../scenarios/selection/select-scenarios.ts';
import type { SuiteName } from '../../scenarios/suite-names.ts';
import { COVERS, SCENARIOS } from '../../scenarios/suites.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import type { RunningServer } from '../reference-server/listen.ts';
import { allRequirements } from '../requirements/register.ts';
import { withBaseline } from '../results/baseline.ts';
import { withRequired } from '../results/required.ts';
import type { Results } from '../results/results.ts';
import { remainsSoFar } from '../run/clean-up/remains-so-far.ts';
import { runConformance } from '../run/conformance-run.ts';
import { underFreshUids, underItsOwnUids } from '../run/fresh-study.ts';
import { readHeldStudy } from '../run/held-study.ts';
import { nameOfFolder, newRunFolder, removeIfEmpty } from '../run/new-run-folder.ts';
import { openDataset } from '../run/open-session.ts';
import { type Player, type StartPlayer, startPlaywright, type WaitingPlayer } from '../run/playwright.ts';
import { playRepeatedly } from '../run/repeated/play-repeatedly.ts';
import { isWriting, type Scenario } from '../run/scenario.ts';
import { resolveTarget } from '../target/configuration.ts';
import { baselineIn, today } from './baseline/held-against.ts';
import { confirmAtTerminal } from './confirm.ts';
import type { ConformanceOptions } from './conformance-options.ts';
import { keepsUids } from './conformance-refusals.ts';
import { asTyped } from './how-to-run.ts';
import { withInterrupts } from './interrupts.ts';
import { keepEvidence } from './kept-evidence.ts';
import { lastFailed } from './runs/last-failed.ts';
import { namesTarget, targetInput } from './target-input.ts';

/** Plays, writes the results and every report, prints the summary, and returns the exit code. */
export async function playConformance(
  suites: readonly SuiteName[],
  options: ConformanceOptions,
  startPlayer: StartPlayer = startPlaywright,
): Promise<number> {
  const repeats = (options.repeat ?? 1) > 1;
  const { scenario, grep, only, clause, exclude } = options;
  const failed = options.lastFailed ? lastFailed() : undefined;
  const data = options.data === undefined ? undefined : dataNamed(options.data);
  const ids = narrowed(suites, { scenario, grep, only, clause, failed, exclude, data });
  const { scenarios, selected: selection } = selectScenarios(suites, ids, data);
  refuseWriting(options, scenarios);
  refuseIdleData(options, scenarios, selection);
  const selected = options.shard ? shardOf(selection, options.shard) : selection;
  if (options.list) {
    const { listSelected } = await import('./catalogue/list-selected.ts');
    const writing = options.readOnly ? scenarios.filter(isWriting).map(({ id }) => id) : [];
    return listSelected(
      selected.filter((id) => !writing.includes(id)),
      options,
    );
  }
  const required = requiredNames(options.require ?? [], selection);
  const baseline = options.baseline === undefined ? null : baselineIn(options.baseline);
  const server = namesTarget(options) ? null : await embeddedServer();
  let first: WaitingPlayer | null = null;
  try {
    const input = targetInput(options, server?.baseUrl ?? null);
    const target = resolveTarget(input, process.env);
    const datasetFolder = options.dataset ? resolve(options.dataset) : null;
    const original = options.readOnly ? null : openDataset(datasetFolder, null);
    const folder = newRunFolder(options.out);
    const command = ['dicomweb-harness', ...process.argv.slice(2)];
    let current = folder;
    // Loading it takes half a second, in which the run is prepared; what was refused above never starts it.
    const startNext = () => startPlayer(options);
    const waiting = startNext();
    first = waiting;
    return await withInterrupts(
      async (signal) => {
        // What --reset is about to delete is never left unsaid.
        const say = (line: string) => void (options.quiet && !options.reset ? null : process.stderr.write(`${line}\n`));
        const play = async (where: string, player: Player): Promise<Results> => {
          current = where;
          const study = original
            ? underOwnUids(original, datasetFolder, options)
            : await readUnlessInterrupted({ target, study: options.study ?? null, folder: where, signal, say });
          return runConformance({
            folder: where,
            command,
            startedAt: new Date().toISOString(),
            input,
            target,
            ...study,
            confirmReset: options.reset
              ? (question) => (options.yes ? agree() : confirmAtTerminal(question, signal))
              : null,
            failOn: options.failOn,
            known: SCENARIOS,
            scenarios,
            suites: COVERS,
            selected,
            player,
            signal,
            say,
          });
        };
        const { failOn } = options;
        const all = repeats
          ? await playRepeatedly(
              { times: options.repeat ?? 1, folder, first: waiting, startPlayer: startNext, play, say },
              { id: randomUUID(), command, register: allRequirements(), suites: COVERS, failOn },
            )
          : await play(folder, waiting);
        const kept = keepEvidence(all, folder, options.evidence);
        const shard = options.shard && { ...options.shard, selection };
        const played = withRequired(shard ? { ...kept, run: { ...kept.run, shard } } : kept, required, failOn);
        const results = baseline ? withBaseline(played, baseline, { failOn, today: today() }) : played;
        // Loaded here, so that the scenarios do not wait for the reports.
        const { sayBeside, sayResults, sayWhere } = await import('./say-results.ts');
        const { writeRun } = await import('./write-run.ts');
        sayResults(results, options);
        writeRun(folder, results, options);
        if (results.remains.length > 0 && results.run.completeness === 'partial') {
          const command = asTyped('clean-up', [nameOfFolder(folder)], process.env);
          sayBeside(`What is left on the server is deleted by: ${command}`, options);
        }
        sayWhere(folder, results, options);
        return results.summary.exitCode;
      },
      {
        exitCode: EXIT_CODES.interrupted,
        lastWords: () => lastWords(current),
        isReadOnly: options.readOnly === true,
      },
    );
  } finally {
    first?.end();
    await server?.close();
  }
}

/** What a run stores: the tutorial's study or the user's, under the UIDs that the options ask for. */
function underOwnUids(original: Dataset, datasetFolder: string | null, options: ConformanceOptions) {
  return { ...(keepsUids(options) ? underItsOwnUids(original) : underFreshUids(original)), datasetFolder };
}

/** The study of a read-only run. Where reading it fails there is no run, and so no folder of it. */
async function readUnlessInterrupted(held: Parameters<typeof readHeldStudy>[0]): ReturnType<typeof readHeldStudy> {
  try {
    return await readHeldStudy(held);
  } catch (error) {
    removeIfEmpty(held.folder);
    if (!held.signal.aborted) throw error;
    throw new CommandError('interrupted while the study was read: nothing was judged', EXIT_CODES.interrupted);
  }
}

/** @throws CommandError for a scenario that a read-only run would write by. */
function refuseWriting({ readOnly, scenario: ids = [] }: ConformanceOptions, scenarios: readonly Scenario[]): void {
  const writing = readOnly && scenarios.find((one) => ids.includes(one.id) && isWriting(one));
  if (writing) throw new CommandError(`--read-only: the scenario ${writing.id} sends more than GET, HEAD and OPTIONS`);
}

/** @throws CommandError for data sets that nothing of the run is played on. */
function refuseIdleData(
  { data }: ConformanceOptions,
  scenarios: readonly Scenario[],
  selected: readonly string[],
): void {
  const isIdle = !scenarios.some((one) => selected.includes(one.id) && one.data !== undefined);
  if (data === undefined || !isIdle) return;
  const hint = 'add the suite `standard`, as in `conformance standard --data ct`';
  throw new CommandError('--data: nothing that is chosen is played on data sets', undefined, hint);
}

function agree(): Promise<boolean> {
  return Promise.resolve(true);
}

/**
 * Loaded only when it is needed: a run against a server of one's own has no use for it. Without the hundreds of faults,
 * which would take longer to load than the run takes to judge.
 */
async function embeddedServer(): Promise<RunningServer> {
  const { startServer } = await import('../reference-server/listen.ts');
  return startServer();
}

/** What a run says that is ended at once: nothing was cleaned up, and no results are written. */
function lastWords(folder: string): string {
  const remains = remainsSoFar(folder).map(
    ({ study, instance }) => `may still be on the server: ${study} ${instance}\n`,
  );
  const mend = remains.length > 0 ? `dicomweb-harness clean-up ${nameOfFolder(folder)}   deletes it\n` : '';
  return `Ended at once, without results; what was seen is in ${nameOfFolder(folder)}\n${remains.join('')}${mend}`;
}
