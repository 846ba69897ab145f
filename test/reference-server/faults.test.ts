import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { exercise } from './exercise.ts';
import { RawClient } from './raw-client.ts';

/** Faults that no scenario meets and the exercise cannot either; each has a test of its own. */
const TESTED_APART = new Set(['slow', 'stalls', 'loses-one-in-a-thousand', 'changes-one-in-a-thousand']);

async function answersOf(faults: readonly string[], isEnough?: (answer: string, index: number) => boolean) {
  const server = await startReferenceServer({ faults });
  const client = new RawClient(server.baseUrl);
  try {
    return await exercise(client, isEnough);
  } finally {
    await client.close();
    await server.close();
  }
}

let clean: string[] = [];
before(async () => {
  clean = await answersOf([]);
});
after(() => assert.ok(clean.length > 50));

test('two clean servers give the same answers, so that a difference is the fault’s', async () => {
  assert.deepEqual(await answersOf([]), clean);
});

test('fault ids are unique and in kebab case, and each fault says what must notice', () => {
  const ids = FAULTS.map(({ id }) => id);
  assert.deepEqual([...new Set(ids)], ids);
  for (const { id, title, requirements } of FAULTS) {
    assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(title.length > 10, id);
    assert.ok(requirements.length > 0, id);
  }
  assert.ok(FAULTS.length >= 90);
});

test('every scenario that a fault names exists, and so does every requirement of a fault that scenarios meet', () => {
  const scenarios = new Set(SCENARIOS.map(({ id }) => id));
  const requirements = new Set(allRequirements().map(({ id }) => id));
  const unknown = FAULTS.filter((fault) => fault.scenarios.length > 0).flatMap((fault) => [
    ...fault.scenarios.filter((id) => !scenarios.has(id)).map((id) => `${fault.id}: scenario ${id}`),
    ...fault.requirements.filter((id) => !requirements.has(id)).map((id) => `${fault.id}: requirement ${id}`),
  ]);
  assert.deepEqual(unknown, []);
});

for (const { id, title, scenarios } of FAULTS.filter(({ id }) => !TESTED_APART.has(id))) {
  test(`${id}: ${title}`, async () => {
    // What a fault changes for the scenarios that meet it, the fault matrix shows: it turns a verdict.
    const seen = { different: scenarios.length > 0, same: false };
    // Once some answers were seen to differ and some not, the others cannot change that.
    await answersOf([id], (answer, index) => {
      seen[answer === clean[index] ? 'same' : 'different'] = true;
      return seen.same && seen.different;
    });
    assert.ok(seen.different, 'no answer differs from the clean server’s');
    assert.ok(seen.same, 'every answer differs: this is no single fault');
  });
}
