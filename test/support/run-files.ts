import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec, tap } from 'node:test/reporters';
import type { TestProcess } from './test-processes.ts';

/** Three more than CI has cores: files wait for programs of their own and for time, and more of them slow each other down. */
const AT_ONCE = 5;

/**
 * Runs bundled test files from a folder, in the processes and the order given. What Node's test runner reports goes to
 * standard output; every file that ends, and at the end the times of all, go to standard error.
 */
const [folder = '', pattern = '', plan = '[]'] = process.argv.slice(2);
const processes = JSON.parse(plan) as readonly TestProcess[];
const started = processes.map(({ entry }) => resolve(folder, `${entry}.js`));
const files = new Set(processes.flatMap((one) => one.files));
const times: { readonly file: string; readonly seconds: number }[] = [];

const events = run({ files: started, concurrency: AT_ONCE, ...(pattern ? { testNamePatterns: pattern } : {}) });
events.on('test:fail', ({ todo }) => {
  if (todo === undefined || todo === false) process.exitCode = 1;
});
events.on('test:complete', ({ name, nesting, details }) => {
  // A process is named by what it starts, a file that shares one by its suite.
  const file = started.includes(resolve(name)) ? relative(folder, name).replace(/\.js$/, '.ts') : name;
  if (nesting > 0 || !files.has(file)) return;
  const seconds = details.duration_ms / 1000;
  times.push({ file, seconds });
  process.stderr.write(`${times.length}/${files.size} ${inColumns(file, seconds)}\n`);
});
// After all that the runner says.
process.once('exit', () => {
  const lines = times
    .toSorted((one, other) => one.seconds - other.seconds)
    .map(({ file, seconds }) => inColumns(file, seconds));
  process.stderr.write(`\n── seconds of each file, slowest last\n${lines.join('\n')}\n`);
});
events.compose(process.stdout.isTTY ? new spec() : tap).pipe(process.stdout);

function inColumns(file: string, seconds: number): string {
  return `${seconds.toFixed(1).padStart(6)}  ${file}`;
}
