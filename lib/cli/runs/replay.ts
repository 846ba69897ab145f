import { Command } from 'commander';

/** Answers of a replay as people read them, here and at the end of a script. */
const EXAMPLES = `
FINDING is its number in the report, the name of its ticket, or the requirement that it breaches.

Plays the fewest scenarios that show the finding again, in new studies under new UIDs, with the profile, the data set and
the settings of the run, and deletes what it stored where the server offers that. Then it says one of three things:

  STILL BROKEN   the same breach was seen again
  FIXED          the requirement was judged again, and the breach was not seen
  CANNOT TELL    the requirement was not judged, or is breached in another way; with the reason

Examples:
  $ dicomweb-harness replay runs/20260302-090000 1
  $ dicomweb-harness replay runs/20260302-090000 STOW-032 --target https://staging.example.org/dicom-web
  $ dicomweb-harness replay runs/20260302-090000 tickets/003-stored-not-found.1.md

Credentials come from the environment, as for conformance.

Exit codes: 0 fixed, 1 still broken, 2 usage, 3 target, 4 harness error, 5 cannot tell.`;

/** `replay RUN FINDING`: is a finding still there? */
export function replayCommand(): Command {
  return new Command('replay')
    .description('Plays what shows a finding of a run again, and says whether it is still there.')
    .argument('<run>', 'folder of the run')
    .argument('<finding>', 'number in the report, ticket, or requirement')
    .option('--target <url>', 'base URL to play it against; default: the target of the run')
    .addHelpText('after', EXAMPLES)
    .action(async (runFolder: string, finding: string, options: { target?: string }) => {
      const { playReplay } = await import('./play-replay.ts');
      process.exitCode = await playReplay(runFolder, finding, options.target);
    });
}
