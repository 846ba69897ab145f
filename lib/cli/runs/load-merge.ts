import { Command } from 'commander';
import { JSON_HELP } from '../json-help.ts';
import { languageOption } from '../language-option.ts';
import type { MergeLoadOptions } from './merge-loads.ts';

/** `load merge`: joins the results of several generators into one. */
export function loadMergeCommand(): Command {
  return new Command('merge')
    .description(
      'join the results of generators that ran at the same time, and judge the thresholds on all of them together',
    )
    .argument('<results...>', 'folders of runs, or NAME.json of a cluster runner, with NAME.csv beside it')
    .option('--out <folder>', 'new or empty folder for the joined results; default: a new folder under runs/')
    .option('--json', JSON_HELP)
    .addOption(languageOption())
    .action(async (paths: readonly string[], _options: unknown, command: Command) => {
      // Loaded here, so that a load does not wait for the reports before it begins.
      const { mergeLoadRuns } = await import('./merge-loads.ts');
      // `load` has these options too, and takes them first: read those of both commands.
      process.exitCode = await mergeLoadRuns(paths, command.optsWithGlobals<MergeLoadOptions>());
    });
}
