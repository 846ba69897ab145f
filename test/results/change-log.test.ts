import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesAbout } from '../../lib/results/change-log.ts';

const LOG = `# Changelog

## Unreleased

- **Changed: an ignored key is red by the requirement of keys alone** (QIDO-010, -011 and -013). It no longer fails
  QIDO-001.
- **Changed:** the status of a store (STOW-001), see -5 and WADO-RS-044.

### Other

- nothing of QIDO-0100
`;

test('entries that name a requirement are found, with the numbers that go on after a prefix', () => {
  const [keys, ...none] = entriesAbout('QIDO-013', LOG);
  assert.deepEqual(none, []);
  assert.equal(
    keys,
    'Changed: an ignored key is red by the requirement of keys alone (QIDO-010, -011 and -013). It no longer fails QIDO-001.',
  );
  assert.equal(entriesAbout('QIDO-010', LOG).length, 1);
  assert.equal(entriesAbout('QIDO-001', LOG).length, 1);
  assert.match(entriesAbout('WADO-RS-044', LOG)[0] ?? '', /^Changed: the status of a store/);
  assert.deepEqual(entriesAbout('STOW-005', LOG), []);
  assert.deepEqual(entriesAbout('QIDO-100', LOG), []);
});
