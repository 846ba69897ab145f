import { Command, Option } from 'commander';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { baselineOf } from '../../results/baseline.ts';
import { resultsOfRun } from '../run-results.ts';
import { baselineUpdateCommand } from './update.ts';

/** `baseline RUN`: a baseline that accepts what a run has found, to be kept beside the server's sources. */
export function baselineCommand(): Command {
  return new Command('baseline')
    .description('print a baseline that accepts the breaches of a run, for `conformance --baseline`')
    .argument('<run>', 'folder of a conformance run')
    .option('--reason <text>', 'why they are accepted; to be refined for each entry in the file')
    .addOption(new Option('--fail-on <verdict>', 'accept warnings too').choices(['fail', 'warn']).default('fail'))
    .addCommand(baselineUpdateCommand())
    .addHelpText(
      'after',
      `
An entry may also have a "ticket", an "owner" who answers for it, and "expires", the last day on which it is accepted:
every report names it from thirty days before. \`baseline update\` proposes what to change after a later run.

Examples:
  $ dicomweb-harness baseline runs/main --reason 'known before 4.2' > baseline.json
  $ dicomweb-harness baseline runs/main --fail-on warn --reason 'under discussion' > baseline.json`,
    )
    .action((run: string, { reason = '', failOn }: { reason?: string; failOn: 'fail' | 'warn' }) => {
      if (reason.trim() === '') throw new CommandError('--reason: say why the breaches are accepted');
      const results = resultsOfRun(run);
      if (results.kind === 'load') throw new CommandError(`${run}: a load run has no baseline`, EXIT_CODES.usage);
      process.stdout.write(`${JSON.stringify(baselineOf(results, failOn, reason), null, 2)}\n`);
    });
}
