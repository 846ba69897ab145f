import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';

function start(...args: readonly string[]): ChildProcess {
  const script = ['bin.js', 'reference-server', ...args];
  return spawn(process.execPath, script, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a command that ends by itself. */
async function run(...args: readonly string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const child = start(...args);
  const texts = { output: '', errors: '' };
  child.stdout?.on('data', (chunk) => {
    texts.output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    texts.errors += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...texts };
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`prints its base URL as its first line, serves there, and ends in order on ${signal}`, async () => {
    const child = start('--port', '0', '--fault', 'search-answers-206');
    assert.ok(child.stdout);
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    assert.match(line, /^http:\/\/127\.0\.0\.1:\d+\/dicom-web$/);
    const answer = await fetch(`${line}/studies`);
    assert.equal(answer.status, 206);
    await answer.body?.cancel();
    child.kill(signal);
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
}

test('says which fault was meant when one is misspelt', async () => {
  const { code, output, errors } = await run('--fault', 'fake-stroe');
  assert.equal(code, 2);
  assert.equal(output, '');
  assert.match(errors, /no fault named fake-stroe[\s\S]*fake-store/);
});

test('says that a port is in use, and that a port is a number', async () => {
  const other = await startReferenceServer();
  const { port } = new URL(other.baseUrl);
  const taken = await run('--port', port);
  await other.close();
  assert.equal(taken.code, 2);
  assert.match(taken.errors, new RegExp(`port ${port} is in use`));
  const bad = await run('--port', '70000');
  assert.equal(bad.code, 2);
  assert.match(bad.errors, /65535/);
});

test('lists every fault on a line', async () => {
  const { code, output } = await run('--list-faults');
  assert.equal(code, 0);
  assert.deepEqual(
    output
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]),
    FAULTS.map(({ id }) => id),
  );
});
