import { Command } from 'commander';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { SCENARIOS, SUITES } from '../../scenarios/suites.ts';
import { nearest } from '../errors/did-you-mean.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { FAULTS } from '../reference-server/faults/index.ts';
import { startReferenceServer } from '../reference-server/server.ts';
import { allRequirements } from '../requirements/register.ts';
import { type FaultMatrix, type FaultRow, faultMatrix } from '../run/fault-matrix.ts';
import type { Scenario } from '../run/scenario.ts';
import { WITHOUT_KILLER } from '../run/without-killer.ts';
import { resolveTarget } from '../target/configuration.ts';

/** Rows and columns of the pictures that the matrix stores: small, and with an odd number of bytes like the real ones. */
export const SMALL_PICTURES = { rows: 33, columns: 35 } as const;

const EXAMPLES = `
Examples:
  $ dicomweb-harness faults             every fault, and the requirements that turned red
  $ dicomweb-harness faults --list      one fault id a line
  $ dicomweb-harness faults --json > matrix.json
  $ dicomweb-harness faults fake-delete drops-closing-delimiter

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
      const matrix = await referenceServerMatrix(selected, (row) => {
        if (!options.json) process.stdout.write(rowInWords(row));
      });
      process.stdout.write(
        options.json ? `${JSON.stringify(matrix, null, 2)}\n` : footInWords(matrix, ids.length === 0),
      );
      process.exitCode = verdictOf(matrix, ids.length === 0) ? EXIT_CODES.conformant : EXIT_CODES.findings;
    });
}

/** The tutorial alone has to notice a fault that names none but its operations; any other is played by every scenario. */
function scenariosFor(fault: string | null): readonly Scenario[] {
  const scenarios = FAULTS.find(({ id }) => id === fault)?.scenarios ?? [];
  const isOfTutorial = scenarios.length > 0 && scenarios.every((id) => SUITES.tutorial.some((one) => one.id === id));
  return isOfTutorial ? SUITES.tutorial : SCENARIOS;
}

/** The matrix of faults on the reference server. Throws UnknownBehaviourError on an unknown fault. */
export function referenceServerMatrix(
  faults: readonly string[],
  onRow?: (row: FaultRow) => void,
): Promise<FaultMatrix> {
  const serverFor = async (fault: string | null) => {
    // It wants credentials, so that what it says to those who come without can be judged.
    const credentials = { kind: 'bearer', token: 'of-the-matrix' } as const;
    const server = await startReferenceServer({ credentials, faults: fault === null ? [] : [fault] });
    const input = { target: server.baseUrl, embedded: true, timeoutMs: 2_000 };
    const target = resolveTarget(input, { DICOMWEB_TOKEN: credentials.token });
    // The server is at hand: it deletes on every level, and what it does not show at once, it will not show.
    const features = {
      ...target.profile.features,
      deleteStudy: 'yes',
      deleteSeries: 'yes',
      deleteInstance: 'yes',
    } as const;
    const profile = { ...target.profile, features, visibilityWindowMs: 500 };
    return { target: { ...target, profile }, close: () => server.close() };
  };
  return faultMatrix(faults, serverFor, scenariosFor, tutorialDataset(SMALL_PICTURES), allRequirements(), onRow);
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
