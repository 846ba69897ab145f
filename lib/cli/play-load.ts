import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { whyNotByK6 } from '../load/k6-connection.ts';
import { writeKubernetesRun } from '../load/kubernetes/write-run.ts';
import { LEDGER_FILE } from '../load/ledger-file.ts';
import { startOwnTarget } from '../load/own-target.ts';
import { Progress } from '../load/progress.ts';
import { chooseEngine } from '../load/request/choose-engine.ts';
import { planOf } from '../load/request/plan-of.ts';
import { runLoad } from '../load/run-load.ts';
import type { ScriptName } from '../load/scripts.ts';
import { nameOfFolder, newRunFolder } from '../run/new-run-folder.ts';
import { resolveTarget } from '../target/configuration.ts';
import { asTyped } from './how-to-run.ts';
import { withInterrupts } from './interrupts.ts';
import type { LoadOptions } from './load-options.ts';
import { sayBeside, sayResults, sayWhere } from './say-results.ts';
import { namesTarget, targetInput } from './target-input.ts';
import { writeRun } from './write-run.ts';

/** Runs the load, writes the results and every report, prints the summary, and returns the exit code. */
export function playLoad(script: ScriptName, options: LoadOptions): Promise<number> {
  let folder: string | null = null;
  return withInterrupts(
    async (signal) => {
      const progress = new Progress(process.stderr, options);
      const own = namesTarget(options) ? null : await startOwnTarget();
      try {
        const target = resolveTarget(targetInput(options, own?.baseUrl ?? null), process.env);
        const k6 = await chooseEngine(options.engine, target, (line) => progress.say(line));
        folder = newRunFolder(options.out);
        const command = ['dicomweb-harness', ...process.argv.slice(2)];
        const results = await runLoad({ ...planOf(script, options), target, k6, folder, command, signal, progress });
        sayResults(results, options);
        writeRun(folder, results, options);
        if (results.remains.length > 0) {
          const ledger = join(nameOfFolder(folder), LEDGER_FILE);
          const command = asTyped('load', ['delete', '--ledger', ledger, '--target', target.baseUrl], process.env);
          sayBeside(`What is still on the server: ${ledger} (deleted by: ${command})`, options);
        }
        sayWhere(folder, results, options);
        return results.summary.exitCode;
      } finally {
        await own?.close();
      }
    },
    {
      exitCode: EXIT_CODES.loadInterrupted,
      lastWords: () => lastWords(folder),
      isReadOnly: options.readOnly === true,
    },
  );
}

/** Printed when a second Ctrl-C ends the run at once: nothing is cleaned up, and no results are written. */
function lastWords(folder: string | null): string {
  const ledger = folder === null ? null : join(folder, LEDGER_FILE);
  const mayRemain = ledger !== null && existsSync(ledger);
  const remains = mayRemain ? `Studies that may still be on the server: ${nameOfFolder(ledger)}\n` : '';
  return `Ended at once, without results.\n${remains}`;
}

/** Writes what a cluster needs to run the load, prints the steps to take, and returns the exit code. */
export async function writeManifests(script: ScriptName, options: LoadOptions): Promise<number> {
  if (script === 'delete') throw new CommandError('the script delete cannot run on a cluster');
  if (!namesTarget(options)) {
    throw new CommandError(
      '--kubernetes needs --target',
      EXIT_CODES.usage,
      'name the address under which the runners reach the server',
    );
  }
  const target = resolveTarget(targetInput(options, null), process.env);
  const obstacle = whyNotByK6(target);
  if (obstacle !== null) throw new CommandError(obstacle, EXIT_CODES.usage, 'runners on a cluster are k6');
  const folder = newRunFolder(options.kubernetes);
  const { parallelism, volumeClaim, secret } = options;
  try {
    const plan = { ...planOf(script, options), target };
    const steps = await writeKubernetesRun(plan, { folder, parallelism, volumeClaim, secret });
    process.stdout.write(`${steps.join('\n')}\n`);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(error.message);
    throw error;
  }
  return EXIT_CODES.conformant;
}
