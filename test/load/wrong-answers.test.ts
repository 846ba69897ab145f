import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import type { LoadResult } from '../../lib/results/load-result.ts';
import { ENGINES, engineName, type Played, play } from './play.ts';
import { startUnhurriedServer } from './unhurried-server.ts';

/**
 * With this seed the first three searches of the first virtual user are a study by an attribute, a page that its limit
 * cuts and one that its offset cuts.
 */
const EACH_SEARCH = '9';

/** With this one it retrieves in each of the ways in its first five iterations. */
const EACH_WAY = '254';

const CORPUS = { CORPUS: '6', INSTANCES_PER_STUDY: '3', SIZE: '4KiB', VUS: '2', DURATION: '3s' };

/** Plays a script against the reference server with a fault. */
async function against(
  k6: (typeof ENGINES)[number],
  fault: string,
  script: 'wado' | 'qido' | 'durability',
  environment: Readonly<Record<string, string>>,
): Promise<Played> {
  const server = await startUnhurriedServer(fault);
  try {
    return await play(k6, script, { ...environment, TARGET: server.baseUrl });
  } finally {
    await server.close();
  }
}

interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Runs `use` with a reference server whose answers to GET are changed on their way. */
async function behind(change: (answer: Sent) => Sent, use: (url: string) => Promise<void>): Promise<void> {
  const reference = await startUnhurriedServer();
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '', headers } = request;
    const body = method === 'GET' ? null : await buffer(request);
    const kept = Object.entries({ Accept: headers.accept, 'Content-Type': headers['content-type'] });
    const answer = await fetch(`${reference.baseUrl}${url}`, {
      method,
      body,
      headers: Object.fromEntries(kept.flatMap(([name, value]) => (value ? [[name, value]] : []))),
    });
    const plain = {
      status: answer.status,
      headers: { 'Content-Type': answer.headers.get('content-type') ?? '' },
      body: Buffer.from(await answer.arrayBuffer()),
    };
    const sent = method === 'GET' ? change(plain) : plain;
    response.writeHead(sent.status, sent.headers).end(sent.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
    await reference.close();
  }
}

const failuresOf = (load: LoadResult, name: string) => load.operations.find((one) => one.name === name)?.failures ?? {};

for (const k6 of ENGINES) {
  const on = `on ${engineName(k6)}`;

  test(`a search that brings what was not asked for, or something twice, is a failure (${on})`, async () => {
    const cases = [
      ['study-search-ignores-keys', 'search_studies', /was searched for \(\w+=\S+\)$/],
      ['search-results-twice', 'search_studies', /came twice/],
      ['search-ignores-limit', 'search_instances', /at most [0-9]+ may/],
      ['search-ignores-offset', 'search_instances', /at most [0-9]+ may/],
    ] as const;
    for (const [fault, name, why] of cases) {
      const { load, events } = await against(k6, fault, 'qido', { ...CORPUS, SEED: EACH_SEARCH, DURATION: '1s' });
      assert.deepEqual(Object.keys(failuresOf(load, name)), ['wrong_content'], fault);
      assert.ok(
        events.failures.some((seen) => seen.operation === name && why.test(seen.why)),
        `${fault}: ${JSON.stringify(events.failures)}`,
      );
    }
  });

  test(`frames of the sampled share are compared with the pixels that were stored (${on})`, async () => {
    for (const fault of ['frame-bit-flipped', 'frame-of-sibling']) {
      const { load } = await against(k6, fault, 'wado', { ...CORPUS, SAMPLE: '1', SEED: EACH_WAY });
      const frames = load.operations.find(({ name }) => name === 'retrieve_frame');
      assert.ok(frames && frames.requests > 0, fault);
      assert.deepEqual(frames.failures, { changed: frames.requests }, fault);
      assert.equal(frames.latency, null, fault);
    }
  });

  test(`another instance in the place of an acknowledged one is no loss: it is changed (${on})`, async () => {
    const { load, events } = await against(k6, 'instance-returns-sibling', 'durability', {
      ...CORPUS,
      VUS: '1',
      INSTANCES: '3',
    });
    assert.deepEqual([load.acknowledged, load.verified, load.lostCount, load.changedCount], [3, 3, 0, 3]);
    for (const { why } of events.changed) assert.match(why, /^instance 2\.25\.[0-9]+ came instead$/);
  });

  const ONE = { VUS: '1', DURATION: '5s', INSTANCES: '1', SIZE: '1KiB' };

  test(`an answer that cannot be decompressed is malformed, and no proof of a loss (${on})`, async () => {
    await behind(
      (answer) => ({ ...answer, headers: { ...answer.headers, 'Content-Encoding': 'gzip' } }),
      async (TARGET) => {
        const { load } = await play(k6, 'durability', { ...ONE, TARGET });
        assert.deepEqual(Object.keys(failuresOf(load, 'read_back')), ['malformed']);
        assert.deepEqual([load.acknowledged, load.verified ?? 0, load.lostCount], [1, 0, 0]);
      },
    );
  });

  test(`a target that says when to ask again is asked again then (${on})`, async () => {
    const asked: number[] = [];
    await behind(
      (answer) => {
        asked.push(Date.now());
        return asked.length > 1 ? answer : { status: 503, headers: { 'Retry-After': '3' }, body: Buffer.alloc(0) };
      },
      async (TARGET) => {
        const { load } = await play(k6, 'durability', { ...ONE, TARGET });
        assert.deepEqual([load.acknowledged, load.verified], [1, 1]);
      },
    );
    const [first = 0, second = 0] = asked;
    assert.ok(second - first >= 2900, `asked again after ${second - first} ms`);
  });

  test(`what a busy target gives out well after its time is no loss (${on})`, async () => {
    let first = 0;
    await behind(
      (answer) => {
        first ||= Date.now();
        return Date.now() - first > 3000 ? answer : { status: 404, headers: {}, body: Buffer.alloc(0) };
      },
      async (TARGET) => {
        const { load } = await play(k6, 'durability', { ...ONE, VISIBILITY: '1', TARGET });
        assert.deepEqual([load.acknowledged, load.verified, load.lostCount], [1, 1, 0]);
      },
    );
  });
}
