import { outliveClosedOutput } from './closed-output.ts';
import { COMMANDS } from './commands.ts';
import { runProgram } from './program.ts';

outliveClosedOutput(process.stdout, process.stderr);
const refused = await runProgram(process.argv, COMMANDS);
if (refused !== null) {
  process.exitCode = refused;
  // What a configuration has left running must not hold the process.
  setTimeout(() => process.exit(), 1_000).unref();
}
