import { Command, CommanderError } from 'commander';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { HARNESS } from '../harness.ts';
import { outliveClosedOutput } from './closed-output.ts';

/** Every command, loaded only when it is asked for: starting one must not cost the others. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  conformance: async () => (await import('./conformance.ts')).conformanceCommand(),
  replay: async () => (await import('./runs/replay.ts')).replayCommand(),
  load: async () => (await import('./load.ts')).loadCommand(),
  config: async () => (await import('./set-up/config.ts')).configCommand(),
  init: async () => (await import('./set-up/init.ts')).initCommand(),
  doctor: async () => (await import('./set-up/doctor.ts')).doctorCommand(),
  completion: async () =>
    (await import('./set-up/completion.ts')).completionCommand(() =>
      Promise.all(Object.values(COMMANDS).map((load) => load())),
    ),
  'reference-server': async () => (await import('./reference-server.ts')).referenceServerCommand(),
  faults: async () => (await import('./faults.ts')).faultsCommand(),
  list: async () => (await import('./catalogue/list.ts')).listCommand(),
  explain: async () => (await import('./catalogue/explain.ts')).explainCommand(),
  fixtures: async () => (await import('./fixtures.ts')).fixturesCommand(),
  report: async () => (await import('./report.ts')).reportCommand(),
  open: async () => (await import('./open.ts')).openCommand(),
  verify: async () => (await import('./proof/verify.ts')).verifyCommand(),
  sign: async () => (await import('./proof/sign.ts')).signCommand(),
  merge: async () => (await import('./runs/merge.ts')).mergeCommand(),
  rejudge: async () => (await import('./runs/rejudge.ts')).rejudgeCommand(),
  compare: async () => (await import('./compare.ts')).compareCommand(),
  history: async () => (await import('./history.ts')).historyCommand(),
  scoreboard: async () => (await import('./scoreboard.ts')).scoreboardCommand(),
  'clean-up': async () => (await import('./clean-up.ts')).cleanUpCommand(),
  baseline: async () => (await import('./baseline/baseline.ts')).baselineCommand(),
  'conformance-statement': async () => (await import('./conformance-statement.ts')).conformanceStatementCommand(),
};

/** A wrong flag is a usage error of ours (2), not commander's 1. */
function exitByUsage(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) exitByUsage(child);
}

/** What the operating system does not allow, a full disk for one, is no defect: the message says what and where. */
function isRefusedBySystem(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'EIO'].some((one) => one === code);
}

/** Says on standard error what went wrong and what to do, and returns the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.conformant : EXIT_CODES.usage;
  if (error instanceof CommandError) {
    process.stderr.write(`dicomweb-harness: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ''}`);
    return error.exitCode;
  }
  if (isRefusedBySystem(error)) {
    process.stderr.write(`dicomweb-harness: ${error.message}\n  Is there room, and may this account write there?\n`);
    return EXIT_CODES.harnessError;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`dicomweb-harness: this is a defect of the harness, not of a server\n${detail}\n`);
  return EXIT_CODES.harnessError;
}

/** The commands that the first argument may need: the help and a mistyped name need all of them. */
function commandsFor(argument: string): readonly (() => Promise<Command>)[] {
  if (argument === '--version' || argument === '-V') return [];
  const asked = Object.hasOwn(COMMANDS, argument) ? COMMANDS[argument] : undefined;
  return asked ? [asked] : Object.values(COMMANDS);
}

async function main(): Promise<void> {
  const program = new Command('dicomweb-harness')
    .description('Conformance and load testing for DICOMweb servers, with verdicts that hold up.')
    .version(HARNESS.version)
    .showSuggestionAfterError();
  for (const load of commandsFor(process.argv[2] ?? '')) program.addCommand(await load());
  exitByUsage(program);
  await program.parseAsync();
}

outliveClosedOutput(process.stdout, process.stderr);
try {
  await main();
} catch (error) {
  process.exitCode = explain(error);
  // What a configuration has left running must not hold the process.
  setTimeout(() => process.exit(), 1_000).unref();
}
