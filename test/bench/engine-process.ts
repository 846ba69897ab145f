/** Runs a bundle on the embedded engine in a process of its own, so that its CPU time and memory are its own. */
import { runScript } from '../../lib/load-engine/run-script.ts';

const [bundle = '', env = '{}', overrides = '{}'] = process.argv.slice(2);
const result = await runScript({
  bundle,
  env: JSON.parse(env) as Record<string, string>,
  overrides: JSON.parse(overrides) as Record<string, never>,
  onLog: ({ level, message }) => {
    if (level !== 'info') process.stderr.write(`${level}: ${message}\n`);
  },
});
if (result.error !== undefined) process.stderr.write(`${result.error}\n`);
process.stdout.write(
  JSON.stringify({
    exitCode: result.exitCode,
    metrics: result.summary?.metrics ?? {},
    completed: result.iterations.completed,
  }),
);
process.exitCode = result.exitCode;
