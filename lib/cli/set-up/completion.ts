import { Argument, Command } from 'commander';
import { bashCompletion, fishCompletion, zshCompletion } from './completion-scripts.ts';

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

const EXAMPLES = `
Examples:
  $ dicomweb-harness completion bash > ~/.local/share/bash-completion/completions/dicomweb-harness
  $ dicomweb-harness completion zsh > ~/.zfunc/_dicomweb-harness
      in a folder of zsh's fpath
  $ dicomweb-harness completion fish > ~/.config/fish/completions/dicomweb-harness.fish`;

/** `completion`: a script for a shell, made of what the commands themselves say that they take. */
export function completionCommand(everyCommand: () => Promise<readonly Command[]>): Command {
  return new Command('completion')
    .description('print a script with which a shell completes commands, flags and their values')
    .addArgument(new Argument('<shell>', 'for which shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', EXAMPLES)
    .action(async (shell: keyof typeof SCRIPTS) => {
      process.stdout.write(SCRIPTS[shell](await everyCommand()));
    });
}
