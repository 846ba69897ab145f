import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUid } from '../../lib/dicom/uid.ts';
import { randomFrom } from '../../lib/portable/random.ts';
import { GENERATOR_LIMIT, RUN_LIMIT, UID_LENGTH, type UidKind, uid, uidPrefix } from '../../lib/portable/uid.ts';

const KINDS: readonly UidKind[] = ['study', 'series', 'instance', 'other'];
const random = randomFrom(11);
const whole = (limit: number): number => Math.floor(random() * limit);
const RUNS = [0, 1, 2, RUN_LIMIT - 2, RUN_LIMIT - 1, ...Array.from({ length: 200 }, () => whole(RUN_LIMIT))];
const GENERATORS = [0, 1, GENERATOR_LIMIT - 1, ...Array.from({ length: 20 }, () => whole(GENERATOR_LIMIT))];

test('every UID is legal, 44 characters long, and the decimal form of a version 8 UUID', () => {
  for (const run of RUNS) {
    for (const generator of GENERATORS) {
      const prefix = uidPrefix(run, generator);
      for (const [worker, count] of [
        [0, 0],
        [99_999, 1e12 - 1],
        [whole(1e5), whole(1e12)],
      ] as const) {
        const made = uid(prefix, KINDS[whole(KINDS.length)] ?? 'study', worker, count);
        assert.ok(isUid(made), made);
        assert.equal(made.length, UID_LENGTH);
        const hex = BigInt(made.slice('2.25.'.length)).toString(16);
        assert.equal(hex.length, 32);
        assert.equal(hex[12], '8', `version of ${hex}`);
        assert.match(hex[16] ?? '', /[89ab]/, `variant of ${hex}`);
      }
    }
  }
});

test('different runs and generators have different prefixes', () => {
  const prefixes = new Map<string, string>();
  for (const run of new Set(RUNS)) {
    for (const generator of new Set(GENERATORS)) {
      const prefix = uidPrefix(run, generator);
      assert.equal(prefixes.get(prefix), undefined, `${run}/${generator} has the prefix of ${prefixes.get(prefix)}`);
      prefixes.set(prefix, `${run}/${generator}`);
    }
  }
});

test('neighbouring generators of a run never meet', () => {
  const seen = new Set<string>();
  for (let generator = 0; generator < GENERATOR_LIMIT; generator++) seen.add(uidPrefix(77, generator));
  assert.equal(seen.size, GENERATOR_LIMIT);
});

test('what a UID names, who made it and its count all tell UIDs apart', () => {
  const prefix = uidPrefix(3, 0);
  const made = KINDS.flatMap((kind) =>
    [0, 1, 12, 99_999].flatMap((worker) =>
      [0, 1, 12, 999_999_999_999].map((count) => uid(prefix, kind, worker, count)),
    ),
  );
  assert.equal(new Set(made).size, made.length);
});

test('numbers outside the limits are refused, so that no digit is ever cut', () => {
  for (const [run, generator] of [
    [-1, 0],
    [RUN_LIMIT, 0],
    [0.5, 0],
    [0, -1],
    [0, GENERATOR_LIMIT],
  ] as const) {
    assert.throws(() => uidPrefix(run, generator), RangeError);
  }
  assert.throws(() => uid(uidPrefix(0, 0), 'study', 100_000, 0), RangeError);
  assert.throws(() => uid(uidPrefix(0, 0), 'study', 0, 1e12), RangeError);
});
