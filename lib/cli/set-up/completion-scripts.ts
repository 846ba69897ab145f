import type { Command } from 'commander';

const PROGRAM = 'dicomweb-harness';

interface Flag {
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly values: readonly string[];
}

interface Completed {
  readonly name: string;
  readonly description: string;
  readonly flags: readonly Flag[];
  /** What an argument may be: its choices, and the names of subcommands. */
  readonly words: readonly string[];
}

/** What can be typed after the name of a command, as the command itself has it. */
function completedOf(command: Command): Completed {
  const parts = [command, ...command.commands];
  const flags = parts.flatMap(({ options }) => options).filter(({ hidden, long }) => !hidden && long);
  return {
    name: command.name(),
    description: command.description(),
    flags: flags.map(({ long, description, required, optional, argChoices }) => ({
      long: long ?? '',
      description,
      takesValue: required || optional,
      values: argChoices ?? [],
    })),
    words: [
      ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
      ...command.commands.map((child) => child.name()),
    ],
  };
}

/** For bash: what has no known value is completed as a file. */
export function bashCompletion(commands: readonly Command[]): string {
  const completed = commands.map(completedOf);
  const values = completed.flatMap(({ name, flags }) =>
    flags
      .filter(({ takesValue }) => takesValue)
      .map(({ long, values }) => `    '${name} ${long}') offered='${values.join(' ')}' ;;`),
  );
  const inCommand = completed.map(({ name, flags, words }) => {
    const all = [...words, ...flags.map(({ long }) => long), '--help'];
    return `      ${name}) offered='${[...new Set(all)].join(' ')}' ;;`;
  });
  return `# ${PROGRAM} completion
_dicomweb_harness() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" offered=''
  # In --flag=value, bash makes a word of the sign.
  if [ "$current" = = ]; then current=''
  elif [ "$before" = = ]; then before="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "\${COMP_WORDS[1]} $before" in
${[...new Set(values)].join('\n')}
    *)
      case "$COMP_CWORD \${COMP_WORDS[1]}" in
      '1 '*) offered='${completed.map(({ name }) => name).join(' ')} --help --version' ;;
      *) case "\${COMP_WORDS[1]}" in
${inCommand.join('\n')}
      esac ;;
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$offered" -- "$current"))
}
complete -o default -F _dicomweb_harness ${PROGRAM}
`;
}

/** For zsh, which runs what is written for bash. As a file of fpath it is run for the first time to complete a word. */
export function zshCompletion(commands: readonly Command[]): string {
  return `#compdef ${PROGRAM}
autoload -U +X bashcompinit && bashcompinit
${bashCompletion(commands)}if [ "$funcstack[1]" = _${PROGRAM} ]; then _bash_complete -o default -F _dicomweb_harness; fi
`;
}

/** For fish. Its own helpers take a word anywhere on the line for the command, so the second word is looked at here. */
export function fishCompletion(commands: readonly Command[]): string {
  const lines = commands.map(completedOf).flatMap(({ name, description, flags, words }) => {
    const within = `complete -c ${PROGRAM} -n '_dicomweb_harness_is ${name}'`;
    return [
      `complete -c ${PROGRAM} -f -n _dicomweb_harness_is -a ${name} -d ${quoted(description)}`,
      ...(words.length > 0 ? [`${within} -a ${quoted(words.join(' '))}`] : []),
      ...flags.map(({ long, description: what, takesValue, values }) => {
        const value = values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : takesValue ? ' -r' : '';
        return `${within} -l ${long.slice(2)}${value} -d ${quoted(what)}`;
      }),
    ];
  });
  return `# ${PROGRAM} completion
function _dicomweb_harness_is
  set -l words (commandline -opc)
  test "$words[2]" = "$argv[1]"
end
complete -c ${PROGRAM} -l help -d 'what a command does and takes'
complete -c ${PROGRAM} -n _dicomweb_harness_is -l version -d 'version of the harness'
${lines.join('\n')}
`;
}

/** In single quotes, as fish reads them. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
