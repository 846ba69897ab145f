import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { harness, smallStudy, start, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';

/** Arguments of each example in the help of a command, without what a shell does with the output and the remark behind. */
async function examplesOf(command: string): Promise<readonly (readonly string[])[]> {
  const { stdout } = await programInProcess([command, '--help']);
  const lines = [...stdout.matchAll(/^ +\$ dicomweb-harness (.*)$/gm)].flatMap(([, line]) => line ?? []);
  return lines.map((line) => line.replace(/( {2,}| >).*$/, '').split(' '));
}

describe('the examples in the help of faults', () => {
  test('run, and play faults that exist', async () => {
    const examples = await examplesOf('faults');
    assert.ok(examples.some((args) => args.includes('--list')));
    assert.ok(examples.some((args) => args.length > 2 && !args.some((word) => word.startsWith('-'))));
    for (const args of examples) {
      // The whole matrix has a test of its own: an example that names no fault lists them here.
      const isWhole = args.slice(1).every((word) => word.startsWith('-'));
      // Only a process shows that no server of theirs keeps it from its end.
      const { code, stderr } = await (isWhole ? programInProcess([...args, '--list']) : harness(args));
      assert.equal(code, EXIT_CODES.conformant, `${args.join(' ')}: ${stderr}`);
    }
  });
});

describe('the examples in the help of reference-server', () => {
  test('start a server, or print a list', async (t) => {
    // What the examples take from where they are given.
    const cwd = temporaryFolder(t);
    mkdirSync(join(cwd, 'studies'));
    smallStudy(join(cwd, 'studies'));
    const surroundings = { cwd, env: { VIEWER_TOKEN: 'of-the-test' } };
    const examples = await examplesOf('reference-server');
    assert.ok(examples.some((args) => args.includes('--fault')));
    assert.ok(examples.some((args) => args.includes('--odd')));
    for (const args of examples) {
      if (args.some((word) => word.startsWith('--list'))) {
        assert.equal((await programInProcess(args)).code, EXIT_CODES.conformant, args.join(' '));
        continue;
      }
      // The last --port counts: the one of the example may be in use here.
      const { child, ended } = start([...args, '--port', '0'], surroundings);
      assert.ok(child.stdout);
      const lines = createInterface(child.stdout);
      const said = await Promise.race([once(lines, 'line'), ended]);
      assert.match(
        Array.isArray(said) ? String(said[0]) : said.stderr,
        /^https?:\/\/127\.0\.0\.1:\d+\//,
        args.join(' '),
      );
      child.kill('SIGTERM');
      assert.equal((await ended).code, EXIT_CODES.conformant, args.join(' '));
    }
  });
});
