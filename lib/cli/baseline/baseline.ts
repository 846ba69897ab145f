import { Command, Option } from 'commander';
import { titledBaseline } from '../../../reports/parts/titled-baseline.ts';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { baselineOf } from '../../results/baseline.ts';
import { resultsOfRun } from '../run-results.ts';
import { lastDay } from './last-day.ts';
import { baselineUpdateCommand } from './update.ts';

interface BaselineOptions {
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
  readonly failOn: 'fail' | 'warn';
}

/** `baseline RUN`: a baseline that accepts what a run has found, to be kept beside the server's sources. */
export function baselineCommand(): Command {
  return new Command('baseline')
    .description('print a baseline that accepts the breaches of a run, for `conformance --baseline`')
    .argument('<run>', 'folder of a conformance run')
    .option('--reason <text>', 'why they are accepted; to be refined for each entry in the file')
    .option('--owner <name>', 'who answers for accepting them')
    .option('--expires <day>', 'last day on which they are accepted, such as 2027-03-31', lastDay)
    .addOption(new Option('--fail-on <verdict>', 'accept warnings too').choices(['fail', 'warn']).default('fail'))
    .addCommand(baselineUpdateCommand())
    .addHelpText(
      'after',
      `
Each entry has what was found in a sentence ("title") and the request that showed it ("route"), for whoever reviews the file.
It may also have a "ticket", an "owner" who answers for it, and "expires", the last day on which it is accepted: every
report names it from thirty days before. \`baseline update\` proposes what to change after a later run.

Examples:
  $ dicomweb-harness baseline runs/main --reason 'known before 4.2' > baseline.json
  $ dicomweb-harness baseline runs/main --reason 'known before 4.2' --owner Ada --expires 2027-03-31 > baseline.json
  $ dicomweb-harness baseline runs/main --fail-on warn --reason 'under discussion' > baseline.json`,
    )
    .action((run: string, { reason = '', owner, expires, failOn }: BaselineOptions) => {
      if (reason.trim() === '') throw new CommandError('--reason: say why the breaches are accepted');
      if (owner?.trim() === '') throw new CommandError('--owner: nobody is named: is it a variable that was not set?');
      const results = resultsOfRun(run);
      if (results.kind === 'load') throw new CommandError(`${run}: a load run has no baseline`, EXIT_CODES.usage);
      const { schema, entries } = titledBaseline(baselineOf(results, failOn, reason), results);
      const accepting = { ...(owner === undefined ? {} : { owner }), ...(expires === undefined ? {} : { expires }) };
      const written = { schema, entries: entries.map((entry) => ({ ...entry, ...accepting })) };
      process.stdout.write(`${JSON.stringify(written, null, 2)}\n`);
    });
}
