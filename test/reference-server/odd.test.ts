import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ODD_SERVERS } from '../../lib/reference-server/odd/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { ofTheDay } from '../support/drawn.ts';
import { exercise } from './exercise.ts';
import { RawClient } from './raw-client.ts';

async function answersOf(odd?: string): Promise<string[]> {
  const server = await startReferenceServer(odd === undefined ? {} : { odd });
  const client = new RawClient(server.baseUrl);
  try {
    return await exercise(client);
  } finally {
    await client.close();
    await server.close();
  }
}

/** Their liberty does not show in what undici hands out, or not without a header that the exercise does not send. */
const TESTED_APART = new Set([
  'drips',
  'gzip-on-request',
  'header-names-in-lower-case',
  'visible-after-a-while',
  'retrieved-after-a-while',
]);

test('there are at least twelve odd servers, each with an id of its own', () => {
  const ids = ODD_SERVERS.map(({ id }) => id);
  assert.deepEqual([...new Set(ids)], ids);
  assert.ok(ids.length >= 12);
});

test('every odd server answers every request whole, and differs where it says so', async (t) => {
  const plain = await answersOf();
  for (const { id, title } of ofTheDay(ODD_SERVERS, 20)) {
    await t.test(`${id}: ${title}`, async () => {
      const answers = await answersOf(id);
      assert.deepEqual(
        answers.filter((answer) => answer.startsWith('no whole answer') || answer.startsWith('500')),
        [],
      );
      const differs = answers.some((answer, index) => answer !== plain[index]);
      if (!TESTED_APART.has(id)) assert.ok(differs, 'answers as the plain server does');
    });
  }
});
