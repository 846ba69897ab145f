import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { rejudgedText } from '../../../reports/parts/rejudged.ts';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { UnusableFile } from '../../errors/regular-file.ts';
import { PACKAGE_FOLDER } from '../../harness.ts';
import { rejudged } from '../../results/rejudged.ts';
import { type RunSetup, readPartSetups, readSetup } from '../../run/setup.ts';
import { type LanguageOptions, languageOption } from '../language-option.ts';
import { resultsOfRun } from '../run-results.ts';
import { refuseTampered } from './refuse-tampered.ts';

interface RejudgeOptions extends LanguageOptions {
  readonly json?: true;
}

/** `rejudge RUN`: what this version says of the evidence of an earlier run. */
export function rejudgeCommand(): Command {
  return new Command('rejudge')
    .description('judges the evidence of an earlier run by this version: which verdicts moved, and by which change')
    .argument('<run>', 'folder of a conformance run')
    .option('--json', 'print JSON instead of text')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
No request is sent and the run stays as it is. What this version asks and the run did not record, or what was dropped of
its evidence, is not judged again, and is named: \`conformance --evidence all\` keeps large answers too. Of a run that was
repeated, or merged from shards, each part is judged again.

Examples:
  $ dicomweb-harness rejudge runs/release-4.1
  $ dicomweb-harness rejudge runs/release-4.1 --json

Exit codes: 0 no verdict moved, 1 a verdict moved, 2 the folder cannot be used, 5 none moved and some could not be judged
again.`,
    )
    .action(async (runFolder: string, { json, lang = 'en' }: RejudgeOptions) => {
      const earlier = resultsOfRun(runFolder);
      if (earlier.kind === 'load') throw new CommandError(`${runFolder} is a load run`);
      refuseTampered(runFolder);
      // Loaded here, so that the help does not wait for all the judges.
      const { rejudge } = await import('../../run/rejudge/rejudge.ts');
      const { rejudgeJoined } = await import('../../run/rejudge/rejudge-joined.ts');
      const { COVERS, SCENARIOS } = await import('../../../scenarios/suites.ts');
      const parts = readPartSetups(runFolder);
      const rejudging = { earlier, runFolder, known: SCENARIOS, suites: COVERS };
      const after =
        parts.length > 0
          ? await rejudgeJoined({ ...rejudging, parts })
          : await rejudge({ ...rejudging, setup: setupIn(runFolder) });
      const found = rejudged(earlier, after);
      process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : rejudgedText(found, changeLog(), lang));
      if (found.moved.length > 0) process.exitCode = EXIT_CODES.findings;
      else if (found.unrecorded.length > 0) process.exitCode = EXIT_CODES.notDecided;
    });
}

function setupIn(runFolder: string): RunSetup {
  try {
    return readSetup(runFolder);
  } catch (error) {
    if (error instanceof UnusableFile && !error.isMissing) throw error;
    const hint = 'Give the folder of the run itself: what was shared cannot be judged again.';
    throw new CommandError(
      `${runFolder} has no run.json that can be read, which says how the run was made`,
      undefined,
      hint,
    );
  }
}

/** Empty where the package was made without one. */
function changeLog(): string {
  const path = join(PACKAGE_FOLDER, 'CHANGELOG.md');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
