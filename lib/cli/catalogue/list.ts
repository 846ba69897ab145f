import { Argument, Command } from 'commander';
import { type LanguageOptions, languageOption } from '../language-option.ts';
import { columns, outputWidth } from './columns.ts';
import { type Filter, LISTS, type ListName } from './lists.ts';

interface ListOptions extends LanguageOptions, Filter {
  readonly json?: true;
}

/** `list WHAT`: what the harness knows, one entry a line. */
export function listCommand(): Command {
  return new Command('list')
    .description('lists what is judged and with what: requirements, scenarios, faults, profiles, data')
    .addArgument(new Argument('<what>', 'what to list').choices(LISTS))
    .option('--clause <clause>', 'only what concerns this clause and those below it, such as 10.4.1')
    .option('--service <service>', 'only what concerns this service, such as store or QIDO-RS')
    .option('--level <level>', 'only what concerns requirements of this level, such as SHALL')
    .option('--json', 'print a JSON array instead of columns')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
A scenario or a fault is listed where one of its requirements is wanted.

Examples:
  $ dicomweb-harness list requirements --service store --level SHALL
  $ dicomweb-harness list requirements --clause 10.6.1
  $ dicomweb-harness list scenarios --clause 10.4.1
  $ dicomweb-harness list faults --json
  $ dicomweb-harness list profiles
  $ dicomweb-harness list data`,
    )
    .action(async (what: ListName, { json, lang = 'en', ...filter }: ListOptions) => {
      // Loaded here, so that the help does not wait for all the judges.
      const { listing } = await import('./listing.ts');
      const entries = listing(what, filter, lang);
      process.stdout.write(json ? `${JSON.stringify(entries, null, 2)}\n` : columns(entries, outputWidth()));
    });
}
