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
      new Option(
        '--quiet',
        'say one line, of the verdict, the exit code and the page; above it what is left on the server',
      ).conflicts('verbose'),
    )
    .addOption(new Option('--verbose', verbose));
}
