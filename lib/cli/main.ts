import { Command, CommanderError } from 'commander';
import { HARNESS } from '../harness.ts';
import { compareCommand } from './compare.ts';
import { conformanceCommand } from './conformance.ts';
import { conformanceStatementCommand } from './conformance-statement.ts';
import { CommandError, EXIT_CODES } from './exit-codes.ts';
import { faultsCommand } from './faults.ts';
import { fixturesCommand } from './fixtures.ts';
import { loadCommand } from './load.ts';
import { openCommand } from './open.ts';
import { referenceServerCommand } from './reference-server.ts';
import { reportCommand } from './report.ts';
import { verifyCommand } from './verify.ts';

const program = new Command('dicomweb-harness')
  .description('Conformance and load testing for DICOMweb servers, with verdicts that hold up.')
  .version(HARNESS.version)
  .showSuggestionAfterError()
  .addCommand(conformanceCommand())
  .addCommand(loadCommand())
  .addCommand(referenceServerCommand())
  .addCommand(faultsCommand())
  .addCommand(fixturesCommand())
  .addCommand(reportCommand())
  .addCommand(openCommand())
  .addCommand(verifyCommand())
  .addCommand(compareCommand())
  .addCommand(conformanceStatementCommand());

for (const command of [program, ...program.commands]) exitByUsage(command);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** A wrong flag is a usage error of ours (2), not commander's 1. */
function exitByUsage(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) exitByUsage(child);
}

/** Says on standard error what went wrong and what to do, and returns the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.conformant : EXIT_CODES.usage;
  if (error instanceof CommandError) {
    process.stderr.write(`dicomweb-harness: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ''}`);
    return error.exitCode;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`dicomweb-harness: this is a defect of the harness, not of a server\n${detail}\n`);
  return EXIT_CODES.harnessError;
}
