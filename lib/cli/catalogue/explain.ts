import { Command } from 'commander';
import { type LanguageOptions, languageOption } from '../language-option.ts';
import { resultsOfRun } from '../run-results.ts';

interface ExplainOptions extends LanguageOptions {
  readonly run?: string;
  readonly json?: true;
}

/** `explain NAME`: what a name in a report stands for. */
export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'says what a requirement, a scenario, a fault, a breach code, an exit code or a word of a summary means',
    )
    .argument('<name>', 'such as STOW-032, T05, fake-delete, not-stored, 5, derived or not-exercised')
    .option('--run <folder>', 'say as well what this run saw of it')
    .option('--json', 'print JSON instead of text')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Of a requirement it says the clause, the level, what is asked, which scenarios and judges judge it, which faults of the
reference server turn it red, and which other reading the text allows.

Examples:
  $ dicomweb-harness explain STOW-032
  $ dicomweb-harness explain QIDO-060 --run runs/20260302-090000
  $ dicomweb-harness explain T05
  $ dicomweb-harness explain fake-delete
  $ dicomweb-harness explain page-longer-than-limit
  $ dicomweb-harness explain 5 --lang ja
  $ dicomweb-harness explain not-exercised`,
    )
    .action(async (name: string, { run, json, lang }: ExplainOptions) => {
      // Loaded here, so that the help does not wait for all the judges.
      const { explained } = await import('./explained.ts');
      const { explanation } = await import('../../../reports/parts/explanation.ts');
      const found = explained(name);
      const results = run === undefined ? null : resultsOfRun(run);
      process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : explanation(found, results, lang));
    });
}
