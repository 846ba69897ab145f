import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NULL_SERVERS, startNullServer } from '../../lib/reference-server/null/index.ts';
import { UnknownBehaviourError } from '../../lib/reference-server/server.ts';
import { FILES, STORE_TYPE, storeBody, UNKNOWN } from './corpus.ts';
import { type RawAnswer, RawClient } from './raw-client.ts';

const STATUSES: Readonly<Record<string, number>> = {
  'always-204': 204,
  'always-404': 404,
  'always-409': 409,
  'always-401': 401,
  'always-500': 500,
};
/** Those that give no whole answer. */
const UNFINISHED = new Set(['closes-half-way', 'very-slow']);

test('there are at least eight hollow servers, each with an id of its own', () => {
  const ids = NULL_SERVERS.map(({ id }) => id);
  assert.deepEqual([...new Set(ids)], ids);
  assert.ok(ids.length >= 8);
});

for (const { id, title } of NULL_SERVERS) {
  test(`${id}: ${title}`, { timeout: 10_000 }, async () => {
    const server = await startNullServer(id);
    const client = new RawClient(server.baseUrl);
    try {
      const answers = [
        client.send('/studies', {
          method: 'POST',
          headers: { 'content-type': STORE_TYPE },
          body: storeBody(FILES.red),
        }),
        client.send(`/studies/${UNKNOWN}`, { accept: 'multipart/related; type="application/dicom"' }),
        client.send(`/studies?StudyInstanceUID=${UNKNOWN}`),
      ];
      if (UNFINISHED.has(id)) {
        const first = Promise.race([...answers, new Promise((resolve) => setTimeout(resolve, 300, 'nothing yet'))]);
        assert.ok(await first.then((answer) => answer === 'nothing yet').catch(() => true));
        await server.close();
        await Promise.allSettled(answers);
      } else {
        const statuses = (await Promise.all(answers)).map(({ status }: RawAnswer) => status);
        assert.deepEqual(statuses, Array(3).fill(STATUSES[id] ?? 200));
      }
    } finally {
      await client.close();
      await server.close();
    }
  });
}

test('a hollow server that nobody knows is refused by name', async () => {
  await assert.rejects(startNullServer('always-right'), (error: unknown) => {
    assert.ok(error instanceof UnknownBehaviourError);
    assert.match(error.message, /always-right/);
    assert.ok(error.known.includes('echo'));
    return true;
  });
});
