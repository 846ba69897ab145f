import { spawnSync } from 'node:child_process';
import { globSync } from './support/glob.ts';
import { provision } from './support/provision.ts';

/**
 * `npm test`: brings the programs that the tests compare against, then lints, checks types and runs every test.
 * With arguments, runs just these test files.
 */
const files = process.argv.slice(2);
if (files.length === 0) provision();

const steps: (readonly [title: string, command: string, ...args: string[]])[] = [
  ['lint', process.execPath, 'node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ['types', process.execPath, 'node_modules/typescript/bin/tsc', '--project', '.'],
  [
    'tests',
    process.execPath,
    '--import',
    'tsx',
    '--test',
    // Two files at a time: most of them wait for programs of their own.
    '--test-concurrency=2',
    ...(files.length > 0 ? files : globSync('test', '.test.ts')),
  ],
];

let failed = false;
for (const [title, command, ...args] of files.length > 0 ? steps.slice(-1) : steps) {
  process.stderr.write(`\n── ${title}\n`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) process.stderr.write(`${error.message}\n`);
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
