import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { CommandError } from '../../errors/exit-codes.ts';
import { regularFile } from '../../errors/regular-file.ts';
import { allRequirements } from '../../requirements/register.ts';
import { joinShards, NotOneRun, shardName } from '../../results/join/shards.ts';
import { FAIL_ON, type FailOn } from '../../results/outcome.ts';
import type { Results } from '../../results/results.ts';
import { newRunFolder } from '../../run/new-run-folder.ts';
import { keepSetup } from '../../run/setup.ts';
import { heldAgainst } from '../baseline/held-against.ts';
import { JSON_HELP } from '../json-help.ts';
import { languageOption } from '../language-option.ts';
import { resultsOfRun } from '../run-results.ts';
import type { Reader } from '../say-results.ts';
import { withConfiguration } from '../set-up/configured.ts';
import { refuseTampered } from './refuse-tampered.ts';

interface MergeOptions extends Reader {
  readonly out?: string;
  readonly failOn: FailOn;
  readonly baseline?: string;
}

/** `merge RUN…`: the run whose shards these are. */
export function mergeCommand(): Command {
  const command = new Command('merge')
    .description('joins the shards of a conformance run into one run, and decides what they decide together')
    .argument('<runs...>', 'folders of the shards')
    .option('--out <folder>', 'new or empty folder for the joined run; default: a new folder under runs/')
    .addOption(new Option('--fail-on <verdict>', 'which verdicts exit with 1').choices([...FAIL_ON]).default('fail'))
    .option('--baseline <file>', 'breaches that are known and accepted, as for conformance')
    .option('--quiet', 'say only the verdict, what is left on the server, and where the page is')
    .option('--json', JSON_HELP)
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Requirements are rolled up over all shards, and coverage is that of the whole run. While a shard is missing nothing is
conformant. Results of load generators are joined by \`load merge\`.

Examples:
  $ dicomweb-harness merge runs/shard-1 runs/shard-2 runs/shard-3 runs/shard-4
  $ dicomweb-harness merge shards/* --out runs/whole --baseline baseline.json

Exit codes: as those of conformance; 5 while a shard is missing.`,
    )
    .action(async (folders: readonly string[], options: MergeOptions) => {
      // Loaded here, so that the help does not wait for all the judges and the reports.
      const { COVERS } = await import('../../../scenarios/suites.ts');
      const { sayResults, sayWhere } = await import('../say-results.ts');
      const { writeRun } = await import('../write-run.ts');
      const runs = folders.map((folder) => shardIn(folder));
      const { failOn } = options;
      const whole = inOneRun(() =>
        joinShards(runs, {
          id: randomUUID(),
          command: ['dicomweb-harness', ...process.argv.slice(2)],
          register: allRequirements(),
          suites: COVERS,
          failOn,
        }),
      );
      const results = options.baseline === undefined ? whole : heldAgainst(options.baseline, whole, failOn);
      const folder = newRunFolder(options.out);
      for (const [place, run] of runs.entries()) {
        takeEvidence(folders[place] ?? '', folder, shardName(run));
        keepSetup(folders[place] ?? '', folder, shardName(run));
      }
      sayResults(results, options);
      writeRun(folder, results, options);
      sayWhere(folder, results, options);
      process.exitCode = results.summary.exitCode;
    });
  return withConfiguration(command);
}

function shardIn(folder: string): Results {
  const results = resultsOfRun(folder);
  if (results.kind === 'load')
    throw new CommandError(`${folder} is a load run`, undefined, '`load merge` joins load runs');
  if (!results.run.shard)
    throw new CommandError(`${folder} is no shard`, undefined, '`conformance --shard 1/4` plays one');
  refuseTampered(folder);
  return results;
}

function inOneRun(join: () => Results): Results {
  try {
    return join();
  } catch (error) {
    if (error instanceof NotOneRun) throw new CommandError(`these are not shards of one run: ${error.message}`);
    throw error;
  }
}

function takeEvidence(from: string, to: string, name: string): void {
  const evidence = join(from, 'evidence');
  if (!existsSync(evidence)) return;
  const isTaken = (path: string): boolean => {
    if (path.endsWith('.har')) return false;
    const isFolder = lstatSync(path).isDirectory();
    if (!isFolder) regularFile(path, { most: Number.POSITIVE_INFINITY, within: from });
    return true;
  };
  cpSync(evidence, join(to, 'evidence', name), { recursive: true, dereference: true, filter: isTaken });
}
