import { Command } from 'commander';
import { nearest } from '../errors/did-you-mean.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { FAULTS } from '../reference-server/faults/index.ts';
import type { FaultMatrix, FaultRow } from '../run/fault-matrix.ts';
import { WITHOUT_KILLER } from '../run/without-killer.ts';

const EXAMPLES = `
Examples:
  $ dicomweb-harness faults             every fault, and the requirements that turned red
  $ dicomweb-harness faults --list      one fault id a line
  $ dicomweb-harness faults --json > matrix.json
  $ dicomweb-harness faults fake-delete no-closing-delimiter

Exits 1 when a fault is caught by nothing, or when nothing turns a requirement red that passes without a fault.`;

export function faultsCommand(): Command {
  return new Command('faults')
    .description('Plays the scenarios against each named fault of the reference server: is every one noticed?')
    .argument('[fault...]', 'only these faults')
    .option('--list', 'print the ids of the faults, one a line')
    .option('--json', 'print the matrix as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (ids: string[], options: { list?: true; json?: true }) => {
      const known = FAULTS.map(({ id }) => id);
      const unknown = ids.find((id) => !known.includes(id));
      if (unknown !== undefined) {
        const hint = nearest(unknown, known);
        throw new CommandError(
          `there is no fault named ${unknown}`,
          undefined,
          hint ? `did you mean ${hint}?` : '`faults --list` names them all',
        );
      }
      const selected =
        ids.length > 0 ? ids : FAULTS.filter(({ scenarios }) => scenarios.length > 0).map(({ id }) => id);
      if (options.list) {
        process.stdout.write(`${known.join('\n')}\n`);
        return;
      }
      // Loaded here, so that the list and the help do not wait for all the judges.
      const { referenceServerMatrix } = await import('./reference-server-matrix.ts');
      const matrix = await referenceServerMatrix(selected, {
        onRow(row) {
          if (!options.json) process.stdout.write(rowInWords(row));
        },
      });
      process.stdout.write(
        options.json ? `${JSON.stringify(matrix, null, 2)}\n` : footInWords(matrix, ids.length === 0),
      );
      process.exitCode = verdictOf(matrix, ids.length === 0) ? EXIT_CODES.conformant : EXIT_CODES.findings;
    });
}

function rowInWords({ fault, killed }: FaultRow): string {
  const noticed = killed.map(({ requirement, verdict }) => (verdict === 'warn' ? `${requirement}(warn)` : requirement));
  return `${fault.padEnd(44)} ${noticed.length === 0 ? 'NOT NOTICED' : noticed.join(' ')}\n`;
}

function footInWords({ rows, clean, withoutKiller }: FaultMatrix, whole: boolean): string {
  const caught = rows.filter(({ killed }) => killed.length > 0).length;
  const lines = [`\n${caught} of ${rows.length} faults noticed.`];
  if (whole) {
    const passing = clean.filter(({ verdict }) => verdict === 'pass').length;
    const unexplained = withoutKiller.filter((id) => !(id in WITHOUT_KILLER));
    lines.push(`${passing - withoutKiller.length} of ${passing} requirements that pass were turned red by a fault.`);
    for (const id of withoutKiller) lines.push(`  ${id}: ${WITHOUT_KILLER[id] ?? 'NO KILLER AND NO REASON'}`);
    if (unexplained.length > 0) lines.push(`${unexplained.length} without a killer and without a reason.`);
  }
  return `${lines.join('\n')}\n`;
}

function verdictOf({ rows, withoutKiller }: FaultMatrix, whole: boolean): boolean {
  const everyFaultCaught = rows.length > 0 && rows.every(({ killed }) => killed.length > 0);
  return everyFaultCaught && (!whole || withoutKiller.every((id) => id in WITHOUT_KILLER));
}
