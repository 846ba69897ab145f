import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFrom } from '../../lib/portable/random.ts';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { SEED_OF_THE_DAY as SEED, sampled } from '../support/of-the-day.ts';
import { playAlone } from './pairs/alone.ts';
import { pairsOf, toldOfPairs } from './pairs/pairs.ts';

/** Faults that are drawn; a failure names the seed. */
const DRAWN = 20;

/** Pairs of issue that were hidden: a loss that came later, and truncation beside another end of an answer. */
const ALWAYS = ['delete-instance-removes-sibling', 'study-misses-one', 'head-with-body', 'bulkdata-ends-early'];

const drawn = sampled(
  FAULTS.filter(({ id, scenarios }) => scenarios.length > 0 && !ALWAYS.includes(id)).map(({ id }) => id),
  DRAWN,
  randomFrom(SEED),
);
const [clean, ...alone] = await playAlone([...ALWAYS, ...drawn]);

test(`no fault hides another, unless it cannot be seen beside it (seed ${SEED})`, () => {
  assert.ok(clean);
  assert.deepEqual(toldOfPairs(pairsOf(alone), clean).hidden, []);
});

test('a loss explains nothing that was missed before it, and one broken answer no other', () => {
  assert.ok(clean);
  const named = new Map(alone.map((one) => [one.fault, one]));
  const pairs = [ALWAYS.slice(0, 2), ALWAYS.slice(2)].map(([one = '', other = '']) => {
    const [left, right] = [named.get(one), named.get(other)];
    assert.ok(left && right);
    return [left, right] as const;
  });
  assert.equal(toldOfPairs(pairs, clean).told, 2);
});
