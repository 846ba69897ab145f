import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lackingSinceBefore } from '../../../lib/answers/diagnosis/thinner.ts';
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
  assert.deepEqual(lackingSinceBefore(thin, [whole]), ['00101010']);
});

test('what was stored or deleted in between takes no attribute of another instance along', () => {
  const other = { ...WHOLE, '00080018': { vr: 'UI', Value: ['1.2.4'] } };
  const [whole, thin] = [ask('A', [WHOLE, other]), ask('C', [THIN])];
  const deleted = exchange({ id: 'B', method: 'DELETE', url: 'http://server/studies/1.2/series/1/instances/1.2.4' });
  assert.deepEqual(lackingSinceBefore(thin, [whole, deleted]), ['00101010']);
  assert.equal(lackingSinceBefore(ask('C', [WHOLE]), [whole, deleted]), null);
});

test('each instance of an answer lacks what it had', () => {
  const of = (instance: string, ...tags: readonly string[]) =>
    Object.fromEntries([['00080018', { vr: 'UI', Value: [instance] }], ...tags.map((tag) => [tag, age])]);
  const whole = ask('A', [of('1.2.3', '00101010', '00101020'), of('1.2.4', '00101010', '00101030')]);
  const thin = ask('B', [of('1.2.3', '00101020'), of('1.2.4', '00101010')]);
  assert.deepEqual(lackingSinceBefore(thin, [whole]), ['00101010', '00101030']);
});

test('nothing is told of another request, or of what has something else instead', () => {
  const thin = ask('C', [THIN]);
  for (const before of [
    [ask('A', [WHOLE], { url: 'http://server/studies/1.3/metadata' })],
    [ask('A', [WHOLE], { requestHeaders: [['Accept', 'c/d']] })],
    [ask('A', [WHOLE], { status: 500 })],
    [],
  ])
    assert.equal(lackingSinceBefore(thin, before), null);
  const changed = ask('C', [{ '00080018': uid, '00100010': { vr: 'PN' } }]);
  assert.equal(lackingSinceBefore(changed, [ask('A', [WHOLE])]), null);
});
