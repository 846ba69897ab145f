import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allotted, proportions } from '../../lib/portable/proportions.ts';

test('so many users are allotted as there are, at least one to each part', () => {
  const share = proportions('store:20,retrieve:50,search:30');
  for (let users = 3; users < 40; users++) {
    const counts = Object.values(allotted(users, share));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      users,
    );
    assert.ok(
      counts.every((count) => count >= 1 && Number.isInteger(count)),
      counts.join(),
    );
  }
  assert.deepEqual(allotted(10, share), { store: 2, retrieve: 5, search: 3 });
  assert.deepEqual(allotted(3, proportions('store:98,retrieve:1,search:1')), { store: 1, retrieve: 1, search: 1 });
});

test('fewer users than parts cannot do all of them at once', () => {
  assert.throws(() => allotted(2, proportions('store:20,retrieve:50,search:30')), /2 users cannot do 3 things at once/);
});
