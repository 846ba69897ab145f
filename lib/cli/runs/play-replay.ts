import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { visible } from '../../../reports/visible-text.ts';
import { teller } from '../../../reports/words/tell.ts';
import { SCENARIOS } from '../../../scenarios/suites.ts';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import type { Cause } from '../../results/first-cause.ts';
import { namedCause, UnknownFinding } from '../../results/named-cause.ts';
import type { Results } from '../../results/results.ts';
import type { SeenAgain } from '../../results/seen-again.ts';
import { remainsSoFar } from '../../run/clean-up/remains-so-far.ts';
import { type Replay, replay, replaySetup } from '../../run/replay.ts';
import { withInterrupts } from '../interrupts.ts';
import { resultsOfRun } from '../run-results.ts';

const ANSWERS: Readonly<Record<SeenAgain['answer'], { readonly words: string; readonly exitCode: number }>> = {
  fixed: { words: 'FIXED', exitCode: EXIT_CODES.conformant },
  'still-broken': { words: 'STILL BROKEN', exitCode: EXIT_CODES.findings },
  'cannot-tell': { words: 'CANNOT TELL', exitCode: EXIT_CODES.notDecided },
};

/** Plays a finding of a run again, says what came of it and returns the exit code. */
export async function playReplay(runFolder: string, finding: string, otherTarget: string | undefined): Promise<number> {
  const earlier = resultsOfRun(runFolder);
  if (earlier.kind === 'load')
    throw new CommandError(`${runFolder} is a load run`, undefined, 'Findings of conformance runs are replayed.');
  const cause = causeOf(earlier, finding);
  const { input, datasetFolder } = replaySetup(runFolder, otherTarget);
  if (input.embedded)
    throw new CommandError('the run had the embedded server, which is gone', undefined, 'Name a server with --target.');
  say(`Finding ${visible(teller(earlier)(cause.lead.breach).english.headline, 300)}`);
  const parts = { earlier, cause, input, datasetFolder };
  let replayed = await playOnce({ ...parts, scope: 'alone' });
  if (replayed.isPreliminary) {
    say('Not seen by its scenarios alone: all that the run had played before them is played as well.');
    replayed = await playOnce({ ...parts, scope: 'as-in-the-run' });
  }
  const { answer, why, results } = replayed;
  process.stdout.write(`${ANSWERS[answer].words}. ${visible(why, 1_000)}\n`);
  return answer === 'cannot-tell' ? cutShortCode(results) : ANSWERS[answer].exitCode;
}

/** Plays one replay in a folder of its own and says what it leaves on the server. */
async function playOnce(parts: Pick<Replay, 'earlier' | 'cause' | 'input' | 'datasetFolder' | 'scope'>) {
  const folder = mkdtempSync(join(tmpdir(), 'dicomweb-harness-replay-'));
  const command = ['dicomweb-harness', ...process.argv.slice(2)];
  const replayed = await withInterrupts(
    (signal) => replay({ ...parts, folder, known: SCENARIOS, command, signal, say }),
    {
      exitCode: EXIT_CODES.interrupted,
      lastWords: () => lastWords(folder),
      isReadOnly: parts.input.isReadOnly === true,
    },
  );
  const { remains } = replayed.results;
  for (const { studyInstanceUid, sopInstanceUid, why } of remains)
    say(`may still be on the server: ${studyInstanceUid} ${sopInstanceUid ?? ''} (${why})`);
  if (remains.length === 0) rmSync(folder, { recursive: true, force: true });
  else say(`dicomweb-harness clean-up ${folder}   deletes it`);
  return replayed;
}

/** What cut the replay short has an exit code of its own: the target, the user or a defect of the harness. */
function cutShortCode({ run, summary }: Results): number {
  return run.completeness === 'partial' ? summary.exitCode : EXIT_CODES.notDecided;
}

function causeOf(results: Results, finding: string): Cause {
  try {
    return namedCause(results, finding);
  } catch (error) {
    if (!(error instanceof UnknownFinding)) throw error;
    throw new CommandError(error.message, EXIT_CODES.usage, 'The numbers are those of the tickets of the run.');
  }
}

function lastWords(folder: string): string {
  const remains = remainsSoFar(folder);
  if (remains.length === 0) return 'Ended at once.\n';
  const left = remains.map(({ study, instance }) => `may still be on the server: ${study} ${instance}\n`).join('');
  return `Ended at once\n${left}dicomweb-harness clean-up ${folder}   deletes it\n`;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
