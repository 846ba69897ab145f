import { Command } from 'commander';
import { EXIT_CODES } from '../errors/exit-codes.ts';

const EXAMPLES = `
Examples:
  $ dicomweb-harness clean-up runs/2026-11-28T09-00-00

Credentials come from the environment, as for conformance.

Exit codes: 0 nothing is left, 1 something may be, 2 usage, 3 target, or one that is not seen to be that of the run.`;

/** `clean-up`: removes what a run that did not come to its end may have left on its target. */
export function cleanUpCommand(): Command {
  return new Command('clean-up')
    .description(
      'Deletes what a conformance run that was killed left on its target, by the ledger in its folder: each instance that comes back as it was stored. What a load run left is deleted by load delete --ledger.',
    )
    .argument('<run>', 'folder of the run')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string) => {
      const { cleanUpRun } = await import('../run/clean-up/clean-up-run.ts');
      const remains = await cleanUpRun(folder, (line) => process.stderr.write(`${line}\n`));
      for (const { studyInstanceUid, sopInstanceUid, why } of remains) {
        process.stdout.write(`may still be on the server: ${studyInstanceUid} ${sopInstanceUid ?? ''} (${why})\n`);
      }
      if (remains.length === 0) process.stdout.write('Nothing of the run is left on the server.\n');
      process.exitCode = remains.length === 0 ? EXIT_CODES.conformant : EXIT_CODES.findings;
    });
}
