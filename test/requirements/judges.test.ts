import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRequirements, judgesOf } from '../../lib/requirements/register.ts';
import { judgesOfRequirements } from '../support/judges-of-requirements.ts';

test('each row of the register names in judges the files that judge it, and no others', () => {
  const seen = judgesOfRequirements();
  const wrong = allRequirements().flatMap(({ id }) => {
    const [named, right] = [judgesOf(id), seen[id] ?? []].map((files) => JSON.stringify(files));
    return named === right ? [] : [`${id}: "judges": ${right} instead of ${named}`];
  });
  assert.deepEqual(wrong, []);
  assert.ok(Object.keys(seen).length > 150, `only ${Object.keys(seen).length} requirements are named`);
});
