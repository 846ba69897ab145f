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
  local current="\${COMP_WORDS[COMP_CWORD]}" offered=''
  case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD-1]}" in
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

/** For zsh, which runs what is written for bash. */
export function zshCompletion(commands: readonly Command[]): string {
  return `#compdef ${PROGRAM}
autoload -U +X bashcompinit && bashcompinit
${bashCompletion(commands)}`;
}

export function fishCompletion(commands: readonly Command[]): string {
  const lines = commands.map(completedOf).flatMap(({ name, description, flags, words }) => {
    const within = `complete -c ${PROGRAM} -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c ${PROGRAM} -f -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
      ...(words.length > 0 ? [`${within} -a ${quoted(words.join(' '))}`] : []),
      ...flags.map(({ long, description: what, takesValue, values }) => {
        const value = values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : takesValue ? ' -r' : '';
        return `${within} -l ${long.slice(2)}${value} -d ${quoted(what)}`;
      }),
    ];
  });
  return `# ${PROGRAM} completion\n${lines.join('\n')}\n`;
}

/** In single quotes, as fish reads them. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
