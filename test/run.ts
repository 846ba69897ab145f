import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleTests } from '../build/tests.js';
import { globSync } from './support/glob.ts';
import { provision } from './support/provision.ts';
import { testProcesses } from './support/test-processes.ts';

/**
 * `npm test`: brings the programs that the tests compare against, then lints, checks types and runs every test.
 * With arguments, runs just these test files, or those of these folders, and with --test-name-pattern=PATTERN those of their tests that match.
 */
const { values, positionals } = parseArgs({
  options: { 'test-name-pattern': { type: 'string', default: '' } },
  allowPositionals: true,
});
const pattern = values['test-name-pattern'];
const absent = positionals.filter((path) => !existsSync(path));
if (absent.length > 0) {
  process.stderr.write(`there is no ${absent.join(', no ')}: name files or folders of test/\n`);
  process.exit(2);
}
const named = positionals.flatMap((path) => (isFolder(path) ? globSync(path, '.test.ts') : [relative('', path)]));
if (named.length === 0) provision();

/** Whether a path names a folder of tests. */
function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}

/**
 * How the paths of the files begin that take longest, longest first, so that none of them is left alone at the end. A
 * file that shares its process stands for all that do.
 */
const LONGEST = [
  'test/matrix/faults',
  'test/answers/',
  'test/matrix/holes',
  'test/deletion/',
  'test/library/',
  'test/cli/interrupts',
  'test/package/package',
  'test/matrix/odd',
  'test/reports/',
  'test/load/',
  'test/recipes/',
  'test/matrix/',
  'test/cli/',
  'test/connection/',
  'test/load-engine/executors',
  'test/documents/told-commands',
];

const NODE = process.execPath;
/**
 * Every process of a test gets them. With a larger young generation than Node's, in MiB, much less of what a run makes
 * and drops is copied before it is collected: a tenth of the processor time.
 */
const OF_NODE = ['--enable-source-maps', '--max-semi-space-size=64'];
const RUNNER = 'test/support/run-files';

let failed = false;

function step(title: string, ...args: readonly string[]): void {
  process.stderr.write(`\n── ${title}\n`);
  const { status, error } = spawnSync(NODE, args, { stdio: 'inherit' });
  if (error) process.stderr.write(`${error.message}\n`);
  if (status !== 0) failed = true;
}

function rank(file: string): number {
  const place = LONGEST.findIndex((room) => file.startsWith(room));
  return place < 0 ? LONGEST.length : place;
}

if (named.length === 0) {
  step('lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '.');
  step('types', 'node_modules/typescript/bin/tsc', '--project', '.');
}
const files = named.length > 0 ? named : globSync('test', '.test.ts').sort((one, other) => rank(one) - rank(other));
const processes = testProcesses(files);
mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(join('.cache', 'tests-'));
try {
  const entries = Object.fromEntries(processes.map(({ entry, files }) => [entry, files]));
  await bundleTests(process.cwd(), { ...entries, [RUNNER]: [`${RUNNER}.ts`] }, folder);
  step('tests', ...OF_NODE, join(folder, `${RUNNER}.js`), folder, pattern, JSON.stringify(processes));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
