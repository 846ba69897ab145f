import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { runInProcess } from './run-in-process.ts';

/** Requests that it takes to see that nobody answers. */
const LOOKS = 2;

test('a run that is interrupted in a stall asks once whether the target answers, and lists what it stored', async (t) => {
  const interrupted = new AbortController();
  let afterwards = 0;
  let stores = 0;
  const stalling: Behaviour = {
    handle: (request, archive, next) => {
      if (interrupted.signal.aborted) afterwards++;
      const isStalled = interrupted.signal.aborted || (request.method === 'POST' && ++stores > 1);
      if (!isStalled) return next(request, archive);
      interrupted.abort();
      return new Promise(() => {});
    },
  };
  const server = await startServer({ behaviours: [stalling] });
  t.after(() => server.close());
  const { run, remains } = await runInProcess({
    folder: mkdtempSync(join(tmpdir(), 'interrupted-')),
    input: { target: server.baseUrl, embedded: false, timeoutMs: 300 },
    selected: ['T01', 'T02'],
    signal: interrupted.signal,
  });
  assert.deepEqual([run.completeness, run.why], ['partial', 'interrupted by the user']);
  assert.ok(remains.length > 0);
  for (const { why } of remains) assert.match(why, /cannot be reached: no byte for 300 ms/);
  assert.equal(afterwards, LOOKS);
});
