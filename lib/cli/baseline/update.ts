import { Command, Option } from 'commander';
import { proposalText } from '../../../reports/parts/proposal.ts';
import { titledBaseline } from '../../../reports/parts/titled-baseline.ts';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { type Proposal, proposal } from '../../results/accepted/baseline-update.ts';
import { type LanguageOptions, languageOption } from '../language-option.ts';
import { resultsOfRun } from '../run-results.ts';
import { writeUserFile } from '../write-user-file.ts';
import { today, writtenBaseline } from './held-against.ts';
import { lastDay } from './last-day.ts';

interface UpdateOptions extends LanguageOptions {
  readonly baseline: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
  readonly failOn: 'fail' | 'warn';
  readonly yes?: true;
}

/** `baseline update RUN`: says what in a baseline does not fit a run any more, and writes it when told to. */
export function baselineUpdateCommand(): Command {
  return new Command('update')
    .description('propose what to change in a baseline after a run; --yes writes it')
    .argument('<run>', 'folder of a conformance run')
    .requiredOption('--baseline <file>', 'the baseline to be updated')
    .option('--reason <text>', 'accept breaches that have no entry, for this reason')
    .option('--owner <name>', 'with --reason: who answers for accepting them')
    .option('--expires <day>', 'with --reason: last day on which they are accepted, such as 2027-03-31', lastDay)
    .addOption(new Option('--fail-on <verdict>', 'accept warnings too').choices(['fail', 'warn']).default('fail'))
    .option('--yes', 'write the file')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
What is met goes. A breach that is seen in another way keeps its reason. An entry that was not judged stays as it is, and
so does one that has expired: only a person gives it more time.

Examples:
  $ dicomweb-harness baseline update runs/main --baseline baseline.json
  $ dicomweb-harness baseline update runs/main --baseline baseline.json --yes
  $ dicomweb-harness baseline update runs/main --baseline baseline.json --reason 'known before 4.3' --owner Ada --yes

Exit codes: 0 the baseline fits, or was written, 1 it would be changed, 2 usage.`,
    )
    .action((run: string, _options: unknown, command: Command) => {
      // `baseline` has some of these options too, and takes them first: read those of both commands.
      const options = command.optsWithGlobals<UpdateOptions>();
      const found = proposed(run, options);
      process.stdout.write(proposalText(found, options.lang));
      if (!found.differs) return;
      if (options.yes) {
        writeUserFile('--baseline', options.baseline, `${JSON.stringify(found.baseline, null, 2)}\n`);
        process.stdout.write(`${options.baseline}\n`);
        return;
      }
      process.stdout.write('Nothing was written: --yes writes it.\n');
      process.exitCode = EXIT_CODES.findings;
    });
}

function proposed(run: string, { baseline, reason, owner, expires, failOn }: UpdateOptions): Proposal {
  if (reason === undefined && (owner !== undefined || expires !== undefined))
    throw new CommandError('--owner and --expires are for new entries, which need a --reason');
  if (owner?.trim() === '') throw new CommandError('--owner: nobody is named: is it a variable that was not set?');
  if (reason?.trim() === '') throw new CommandError('--reason: say why the breaches are accepted');
  const results = resultsOfRun(run);
  if (results.kind === 'load') throw new CommandError(`${run}: a load run has no baseline`);
  const accept =
    reason === undefined
      ? null
      : { reason, ...(owner === undefined ? {} : { owner }), ...(expires === undefined ? {} : { expires }) };
  const found = proposal(results, writtenBaseline(baseline), { today: today(), failOn, accept });
  return { ...found, baseline: titledBaseline(found.baseline, results) };
}
