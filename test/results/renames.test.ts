import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CATALOGUE } from '../../lib/breaches/catalogue.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { proposal } from '../../lib/results/accepted/baseline-update.ts';
import { currentRequirement, RENAMES, waysBefore } from '../../lib/results/accepted/renames.ts';
import { baselineOf } from '../../lib/results/baseline.ts';
import { waysOf } from '../../lib/results/fingerprint.ts';
import { finding, resultsOf, scenario, violation } from '../reports/fixtures.ts';

const PUBLISHED = 'test/results/published-names.json';
const NOW = {
  requirements: allRequirements()
    .map(({ id }) => id)
    .sort(),
  breaches: Object.keys(CATALOGUE).sort(),
};

for (const kind of ['requirements', 'breaches'] as const) {
  test(`no name of ${kind} that baselines may hold is lost: lib/results/accepted/renames.json has what moved`, () => {
    if (process.env.WRITE_NAMES === '1') writeFileSync(PUBLISHED, `${JSON.stringify(NOW, null, 1)}\n`);
    const published = JSON.parse(readFileSync(PUBLISHED, 'utf8')) as typeof NOW;
    const moved = new Map(RENAMES[kind].map(({ from, to }) => [from, to]));
    const known = new Set(NOW[kind]);
    assert.deepEqual(
      published[kind].filter((name) => !known.has(name) && !moved.has(name)),
      [],
    );
    assert.deepEqual(
      [...moved.keys()].filter((name) => known.has(name)),
      [],
      'a name that moved is not used again',
    );
    const last = [...moved.values()].filter((name) => !known.has(name) && !moved.has(name));
    assert.deepEqual(last, [], 'a name moves to one that there is');
    assert.ok(published[kind].length > 100);
  });
}

describe('a name that moved', () => {
  const broken = resultsOf([scenario('T06', [finding('JSON-018', 'fail')])]);
  const now = baselineOf(broken, 'fail', 'known');

  test('is followed through every move', () => {
    const renames = {
      requirements: [
        { from: 'A-001', to: 'B-001' },
        { from: 'B-001', to: 'JSON-018' },
      ],
      breaches: [],
    };
    assert.equal(currentRequirement('A-001', renames), 'JSON-018');
    assert.equal(currentRequirement('C-001', renames), 'C-001');
    const written = { ...now, entries: now.entries.map((entry) => ({ ...entry, requirement: 'A-001' })) };
    const found = proposal(broken, written, { today: '2026-11-24', failOn: 'fail', accept: null, renames });
    assert.deepEqual(found.baseline, now);
    assert.deepEqual(
      found.changes.map(({ kind, why }) => [kind, why]),
      [['renamed', 'it was A-001']],
    );
  });

  test('of a kind of breach keeps its entry: the fingerprint was made with the old one', () => {
    const code = violation().code;
    const renames = {
      requirements: [],
      breaches: [
        { from: 'oldest', to: 'old' },
        { from: 'old', to: code },
      ],
    };
    assert.deepEqual(waysBefore([`fail\n${code}\nrest`, 'fail\nother\nrest'], renames), [
      [`fail\n${code}\nrest`, 'fail\nother\nrest'],
      ['fail\nold\nrest', 'fail\nother\nrest'],
      ['fail\noldest\nrest', 'fail\nother\nrest'],
    ]);
    const [record] = broken.requirements;
    assert.ok(record);
    const oldest = waysBefore(waysOf(broken, record), renames)[2] ?? [];
    const fingerprint = createHash('sha256').update(oldest.join('\n\n')).digest('hex').slice(0, 16);
    const written = { ...now, entries: now.entries.map((entry) => ({ ...entry, fingerprint })) };
    const change = (known: typeof renames | undefined) => {
      const parts = { today: '2026-11-24', failOn: 'fail', accept: null } as const;
      const found = proposal(broken, written, known ? { ...parts, renames: known } : parts);
      assert.deepEqual(found.baseline, now);
      return found.changes.map(({ kind, why }) => [kind, why]);
    };
    assert.deepEqual(change(renames), [['renamed', 'a kind of breach has another name']]);
    assert.deepEqual(change(undefined), [['changed', 'it is breached in another way than was accepted']]);
  });
});
