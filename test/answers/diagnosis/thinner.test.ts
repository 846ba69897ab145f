import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thinnerThanBefore } from '../../../lib/answers/diagnosis/thinner.ts';
import { exchange, type Parts } from '../../judges/exchanges.ts';

const JSON_TYPE = 'application/dicom+json';

const ask = (id: string, body: unknown, more: Parts = {}) =>
  exchange({
    ...{ id, url: 'http://server/studies/1.2/metadata', requestHeaders: [['Accept', JSON_TYPE]] },
    ...{ headers: [['Content-Type', JSON_TYPE]], body: JSON.stringify(body), ...more },
  });

const uid = { vr: 'UI', Value: ['1.2.3'] };
const age = { vr: 'AS', Value: ['042Y'] };
const WHOLE = { '00080018': uid, '00101010': age };
const THIN = { '00080018': uid };

test('metadata that lack an attribute which the same request had before are told with it', () => {
  const [whole, thin] = [ask('A', [WHOLE]), ask('C', [THIN])];
  assert.deepEqual(thinnerThanBefore(thin, [whole, thin]), { attributes: 1, tag: '00101010' });
});

test('what was stored or deleted in between takes no attribute of another instance along', () => {
  const other = { ...WHOLE, '00080018': { vr: 'UI', Value: ['1.2.4'] } };
  const [whole, thin] = [ask('A', [WHOLE, other]), ask('C', [THIN])];
  const deleted = exchange({ id: 'B', method: 'DELETE', url: 'http://server/studies/1.2/series/1/instances/1.2.4' });
  assert.deepEqual(thinnerThanBefore(thin, [whole, deleted, thin]), { attributes: 1, tag: '00101010' });
  const fewer = ask('C', [WHOLE]);
  assert.equal(thinnerThanBefore(fewer, [whole, deleted, fewer]), null);
});

test('nothing is told of another request, of what came later, or of what has something else instead', () => {
  const thin = ask('C', [THIN]);
  for (const before of [
    [ask('A', [WHOLE], { url: 'http://server/studies/1.3/metadata' })],
    [ask('A', [WHOLE], { requestHeaders: [['Accept', 'c/d']] })],
    [ask('A', [WHOLE], { status: 500 })],
    [],
  ])
    assert.equal(thinnerThanBefore(thin, [...before, thin, ask('D', [WHOLE])]), null);
  const changed = ask('C', [{ '00080018': uid, '00100010': { vr: 'PN' } }]);
  assert.equal(thinnerThanBefore(changed, [ask('A', [WHOLE]), changed]), null);
});
