import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAnswers } from '../../lib/load/judge-answers.ts';
import { ODD_SERVERS } from '../../lib/reference-server/odd/index.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { ofTheDay } from '../support/drawn.ts';
import { play } from './play.ts';
import { startUnhurriedServer } from './unhurried-server.ts';

/** Servers at the same time: each mostly waits. */
const AT_ONCE = 4;

/**
 * With this seed each way to retrieve and each search comes in the first eight iterations of its virtual user: the
 * second retrieves, and the fourth searches.
 */
const EACH_OPERATION = '4955';

/** Operations that came on some server. */
const seen = new Set<string>();

/** Refusals for the time being are legal, and failures of the operations that they meet: lost and changed is nothing. */
const REFUSES = new Set(['busy-now-and-then']);

const DRAWN = ofTheDay(ODD_SERVERS, 16);
for (let at = 0; at < DRAWN.length; at += AT_ONCE) {
  const ids = DRAWN.slice(at, at + AT_ONCE).map(({ id }) => id);
  test(`liberties of the standard fail nothing under load: ${ids.join(', ')}`, async () => {
    await Promise.all(ids.map(loadOddServer));
  });
}

test('each operation of a load came on some of these servers', () => {
  const retrieves = ['frame', 'instance', 'metadata', 'series', 'study'].map((what) => `retrieve_${what}`);
  const searches = ['instances', 'series', 'studies'].map((what) => `search_${what}`);
  assert.deepEqual([...seen].sort(), [...retrieves, ...searches, 'store']);
});

async function loadOddServer(id: string): Promise<void> {
  const server = await startUnhurriedServer(id);
  try {
    const common = { TARGET: server.baseUrl, SIZE: '2KiB', VISIBILITY: '2' };
    const mixed = await play(null, 'mixed', {
      ...common,
      VUS: '3',
      DURATION: '1s',
      CORPUS: '6',
      INSTANCES_PER_STUDY: '3',
      SAMPLE: '1',
      SEED: EACH_OPERATION,
    });
    assert.equal(mixed.events.targetFailure, null, id);
    if (!REFUSES.has(id)) {
      assert.equal(mixed.measured.error, null, `${id}: ${mixed.warnings.join(' ')}`);
      assert.deepEqual(mixed.events.failures, [], id);
    }
    assert.ok(mixed.load.operations.length >= 3, id);
    for (const { name } of mixed.load.operations) seen.add(name);
    const target = resolveTarget({ target: server.baseUrl, embedded: false }, {});
    const { scenarios } = judgeAnswers(mixed.events.answers, new Date().toISOString(), target);
    const breaches = scenarios.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict === 'fail'));
    assert.deepEqual(breaches, [], id);

    const durable = await play(null, 'durability', {
      ...common,
      VUS: '1',
      DURATION: '5s',
      INSTANCES: '3',
      WAIT: '0.5',
    });
    const { acknowledged, verified, lostCount, changedCount } = durable.load;
    if (!REFUSES.has(id)) assert.equal(acknowledged, 3, id);
    assert.deepEqual(
      [verified, lostCount, changedCount],
      [acknowledged, 0, 0],
      `${id}: ${durable.measured.error} ${durable.warnings.join(' ')}`,
    );
  } finally {
    await server.close();
  }
}
