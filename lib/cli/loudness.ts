import { type Command, Option } from 'commander';

/** How much a run says while it goes on and at its end. */
export interface Loudness {
  readonly quiet?: true;
  readonly verbose?: true;
}

/** Adds `--quiet` and `--verbose`, of which one can be given. */
export function withLoudness(command: Command, verbose: string): Command {
  return command
    .addOption(
      new Option('--quiet', 'say only the verdict, what is left on the server, and where the page is').conflicts(
        'verbose',
      ),
    )
    .addOption(new Option('--verbose', verbose));
}
