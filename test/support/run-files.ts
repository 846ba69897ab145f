import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec, tap } from 'node:test/reporters';

/** One more than CI has cores: many files wait for programs of their own. */
const AT_ONCE = 3;

/**
 * Runs test files from a folder, each in a process of its own, in the order given. What Node's test runner reports goes
 * to standard output; every file that ends, and at the end the times of all, go to standard error.
 */
const [folder = '', pattern = '', ...paths] = process.argv.slice(2);
const files = paths.map((path) => resolve(folder, path));
const times: { readonly file: string; readonly seconds: number }[] = [];

const events = run({ files, concurrency: AT_ONCE, ...(pattern ? { testNamePatterns: pattern } : {}) });
events.on('test:fail', ({ todo }) => {
  if (todo === undefined || todo === false) process.exitCode = 1;
});
events.on('test:complete', ({ name, nesting, details }) => {
  const path = resolve(name);
  if (nesting > 0 || !files.includes(path)) return;
  const file = relative(folder, path).replace(/\.js$/, '.ts');
  const seconds = details.duration_ms / 1000;
  times.push({ file, seconds });
  process.stderr.write(`${times.length}/${files.length} ${inColumns(file, seconds)}\n`);
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
