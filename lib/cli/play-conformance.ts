import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { freshUidsFor, withUids } from '../../fixtures/fresh-uids.ts';
import type { SuiteName } from '../../scenarios/suite-names.ts';
import { COVERS, SCENARIOS } from '../../scenarios/suites.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import type { RunningServer } from '../reference-server/listen.ts';
import { allRequirements } from '../requirements/register.ts';
import { withBaseline } from '../results/baseline.ts';
import { withRequired } from '../results/required.ts';
import type { Results } from '../results/results.ts';
import { runConformance } from '../run/conformance-run.ts';
import { openDataset } from '../run/open-session.ts';
import type { Player, WaitingPlaywright } from '../run/playwright.ts';
import { remainsSoFar } from '../run/remains-so-far.ts';
import { resolveTarget } from '../target/configuration.ts';
import { baselineIn, today } from './baseline/held-against.ts';
import { confirmAtTerminal } from './confirm.ts';
import type { ConformanceOptions } from './conformance-options.ts';
import { withInterrupts } from './interrupts.ts';
import { newRunFolder } from './new-run-folder.ts';
import { playRepeatedly } from './runs/play-repeatedly.ts';
import { nameOfFolder, sayBeside, sayResults } from './say-results.ts';
import { idsLike, requiredIds, shardOf } from './selection/narrow-selection.ts';
import { selectScenarios } from './selection/select-scenarios.ts';
import { namesTarget, targetInput } from './target-input.ts';
import { writeRun } from './write-run.ts';

/** Plays, writes the results and every report, prints the summary, and returns the exit code. */
export async function playConformance(
  suites: readonly SuiteName[],
  options: ConformanceOptions,
  playwright: WaitingPlaywright,
): Promise<number> {
  if (options.dataset === '') throw new CommandError('--dataset: no folder is named');
  const repeats = (options.repeat ?? 1) > 1;
  if (repeats && options.shard) throw new CommandError('--repeat and --shard exclude each other');
  const like = options.grep === undefined ? options.scenario : idsLike(options.grep, suites, options.scenario);
  const { scenarios, selected: selection } = selectScenarios(suites, like);
  const selected = options.shard ? shardOf(selection, options.shard) : selection;
  const required = requiredIds(options.require ?? [], selection);
  const baseline = options.baseline === undefined ? null : baselineIn(options.baseline);
  const server = namesTarget(options) ? null : await embeddedServer();
  try {
    const input = targetInput(options, server?.baseUrl ?? null);
    const target = resolveTarget(input, process.env);
    const original = openDataset(options.dataset ?? null, null);
    const folder = newRunFolder(options.out);
    const command = ['dicomweb-harness', ...process.argv.slice(2)];
    let current = folder;
    return await withInterrupts(
      async (signal) => {
        const play = (where: string, player: Player): Promise<Results> => {
          current = where;
          const uids = keepsUids(options) ? null : freshUidsFor(original);
          return runConformance({
            folder: where,
            command,
            startedAt: new Date().toISOString(),
            input,
            target,
            dataset: uids ? withUids(original, uids) : original,
            datasetFolder: options.dataset ? resolve(options.dataset) : null,
            freshUids: uids && Object.fromEntries(uids),
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
              { times: options.repeat ?? 1, folder, playwright, play, say },
              { id: randomUUID(), command, register: allRequirements(), suites: COVERS, failOn },
            )
          : await play(folder, playwright);
        const shard = options.shard && { ...options.shard, selection };
        const played = withRequired(shard ? { ...all, run: { ...all.run, shard } } : all, required, failOn);
        const results = baseline ? withBaseline(played, baseline, { failOn, today: today() }) : played;
        sayResults(results, options);
        writeRun(folder, results, options);
        sayBeside(`Results in ${nameOfFolder(folder)}`, options);
        return results.summary.exitCode;
      },
      { exitCode: EXIT_CODES.interrupted, lastWords: () => lastWords(current) },
    );
  } finally {
    await server?.close();
  }
}

/** Whether instances are stored under the UIDs that their files have. @throws CommandError for options that exclude each other. */
function keepsUids(options: ConformanceOptions): boolean {
  if (options.yes && !options.reset)
    throw new CommandError('--yes answers the question of --reset, which is not given');
  if (options.reset && options.uids === 'fresh') {
    throw new CommandError('--reset: under fresh UIDs nothing is in the way', undefined, 'leave out --reset');
  }
  return (
    options.reset === true ||
    (options.uids ?? (namesTarget(options) || (options.repeat ?? 1) > 1 ? 'fresh' : 'original')) === 'original'
  );
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

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What a run says that is ended at once: nothing was cleaned up, and no results are written. */
function lastWords(folder: string): string {
  const remains = remainsSoFar(folder).map(
    ({ study, instance }) => `may still be on the server: ${study} ${instance}\n`,
  );
  const mend = remains.length > 0 ? `dicomweb-harness clean-up ${nameOfFolder(folder)}   deletes it\n` : '';
  return `Ended at once, without results; what was seen is in ${nameOfFolder(folder)}\n${remains.join('')}${mend}`;
}
