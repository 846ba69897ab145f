import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenariosFor } from '../../lib/cli/reference-server-matrix.ts';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';

const [fault] = FAULTS.filter(({ scenarios }) => scenarios.length > 0);
assert.ok(fault);

test('a fault is played by the scenarios that it names and those that they build on, the clean server by all', () => {
  const played = scenariosFor(fault.id).map(({ id }) => id);
  for (const id of fault.scenarios) assert.ok(played.includes(id), id);
  assert.ok(played.length < SCENARIOS.length);
  assert.deepEqual(scenariosFor(null), SCENARIOS);
});

test('a fault that names a scenario which does not exist is told, with the one that was meant', () => {
  const mistaken = { ...fault, id: 'mistaken', scenarios: ['T01', 'pagin'] };
  assert.throws(() => scenariosFor('mistaken', [mistaken]), {
    name: 'CommandError',
    message: 'the fault mistaken names the scenario pagin, which does not exist',
    hint: 'did you mean paging?',
  });
});
