import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { harness, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';

const FUTURE = JSON.stringify({ schema: 'dicomweb-harness/baseline/2', entries: [] });

/** Configurations that are programs, and what is said of each. */
const CONFIGURATIONS: readonly [name: string, text: string, says: RegExp][] = [
  ['throws', 'throw new Error("boom")', /x\.mjs does not load: boom/],
  ['never ends', 'await new Promise(() => {})', /x\.mjs does not load: nothing came of it within 20 s/],
  ['keeps the process', 'setInterval(() => {}, 9); await new Promise(() => {})', /nothing came of it within 20 s/],
  ['ends the process', 'process.exit(0)', /x\.mjs ended the process/],
  ['exports a function', 'export default () => ({})', /x\.mjs: the file must be object/],
  ['exports a promise that fails', 'export default Promise.reject(new Error("no vault"))', /does not load: no vault/],
  ['has a getter that throws', 'export default { get profile() { throw new Error("getter") } }', /load: getter/],
  ['exports nothing', 'export const profile = "standard"', /has no default export/],
  ['is cut off', 'export default {', /does not load: Unexpected end of input/],
];

describe('a configuration', { concurrency: 2 }, () => {
  for (const [name, text, says] of CONFIGURATIONS) {
    test(`that ${name} is told in one sentence`, async (t) => {
      const cwd = temporaryFolder(t);
      writeFileSync(join(cwd, 'x.mjs'), text);
      const { code, stdout, stderr } = await harness(['config', '--config', 'x.mjs'], { cwd });
      assert.equal(code, EXIT_CODES.usage, stderr);
      assert.match(stderr, says);
      assert.equal(stdout, '');
    });
  }
});

/** Flags, and what is said of each. `pipe` is a named pipe that nobody writes to: a program that read it would wait forever. */
const PIPES: readonly [args: readonly string[], says: RegExp][] = [
  [['config', '--config', 'pipe'], /configuration .*pipe is a named pipe, not a file/],
  [['conformance', '--baseline', 'pipe'], /--baseline: pipe .*is a named pipe/],
  [['conformance', '--profile', './pipe'], /profile \.\/pipe is a named pipe/],
  [['conformance', '--target', 'https://127.0.0.1:1', '--ca', 'pipe'], /--ca: .*pipe is a named pipe/],
  [['load', 'delete', '--target', 'http://127.0.0.1:1', '--ledger', 'pipe'], /--ledger: .*is a named pipe/],
  [['report', 'run'], /run\/results\.json .*is a named pipe/],
];

/** Flags, and what is said of each. */
const FLAGS: typeof PIPES = [
  [['conformance', '--baseline', 'later.json'], /is of version dicomweb-harness\/baseline\/2; this harness reads/],
  [['conformance', '--grep', ''], /an empty pattern matches everything/],
  [['conformance', '--read-only', '--study', '1.2', '--study', '1.3'], /give --study once/],
  [['load', 'stow', '--duration', '99999999999999h'], /from one second to 30 days/],
  [['load', 'stow', '--duration', '0s'], /from one second to 30 days/],
];

describe('a named pipe', { concurrency: 2 }, () => {
  for (const [args, says] of PIPES) {
    test(`is told in one sentence, and leaves nothing: ${args.join(' ')}`, async (t) => {
      const cwd = temporaryFolder(t);
      mkdirSync(join(cwd, 'run'));
      const made = spawnSync('mkfifo', ['pipe', 'run/results.json'], { cwd });
      if (made.status !== 0) return t.skip('no named pipes here');
      const { code, stderr } = await harness(args, { cwd });
      assert.equal(code, EXIT_CODES.usage, stderr);
      assert.match(stderr, says);
      assert.equal(existsSync(join(cwd, 'runs')), false);
    });
  }
});

describe('a bad input', () => {
  for (const [args, says] of FLAGS) {
    test(`is told in one sentence, and leaves nothing: ${args.join(' ')}`, async (t) => {
      const cwd = temporaryFolder(t);
      writeFileSync(join(cwd, 'later.json'), FUTURE);
      const { code, stderr } = await programInProcess(args, { cwd });
      assert.equal(code, EXIT_CODES.usage, stderr);
      assert.match(stderr, says);
      assert.equal(existsSync(join(cwd, 'runs')), false);
    });
  }
});
