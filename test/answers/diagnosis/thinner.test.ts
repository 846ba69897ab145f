import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thinnerThanBefore } from '../../../lib/answers/diagnosis/thinner.ts';
import { exchange, type Parts } from '../../judges/exchanges.ts';

const ask = (id: string, body: string, more: Parts = {}) =>
  exchange({ id, url: 'http://server/studies/1.2/metadata', requestHeaders: [['Accept', 'a/b']], body, ...more });

test('an answer that lacks what the same request had before is told with both lengths', () => {
  const [whole, thin] = [ask('A', 'all of it'), ask('C', 'all')];
  assert.deepEqual(thinnerThanBefore(thin, [whole, thin]), { bytes: 3, before: 9 });
});

test('nothing is told after a change, of another request, or of what came later', () => {
  const thin = ask('C', 'all');
  for (const between of [
    [ask('A', 'all of it'), ask('B', '', { method: 'DELETE' })],
    [ask('A', 'all of it'), ask('B', '', { method: 'POST' })],
    [ask('A', 'all of it', { url: 'http://server/studies/1.3/metadata' })],
    [ask('A', 'all of it', { requestHeaders: [['Accept', 'c/d']] })],
    [ask('A', 'all of it', { status: 500 })],
    [],
  ])
    assert.equal(thinnerThanBefore(thin, [...between, thin, ask('D', 'all of it')]), null);
});
