import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { quoted } from '../../lib/reproduction/quoted.ts';
import { sharedSteps } from '../../lib/reproduction/shared-steps.ts';

const HOSTILE = [
  '',
  'plain',
  "it's; rm -rf /",
  '$(touch owned) `touch owned` \x24{HOME} "\\',
  'line\nline\r\n\tend\\',
  '\u202e reversed \u200b\ufeff é ☃ \u{1f600}',
  "\x01\x1b[31m'\x7f",
  '!history',
  '-n',
  '@/etc/passwd',
];

test('whatever a server sent is one word of bash, in printable ASCII', () => {
  const words = HOSTILE.map(quoted);
  for (const word of words) assert.match(word, /^[ -~]+$/);
  const { stdout, stderr } = spawnSync('bash', ['-c', `printf '%s\\0' ${words.join(' ')}`], { encoding: 'utf8' });
  assert.deepEqual(stdout.split('\0').slice(0, -1), HOSTILE, stderr);
  assert.throws(() => quoted('a\0b'), RangeError);
});

test('what the scripts share is read by bash', () => {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: sharedSteps(), encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});
