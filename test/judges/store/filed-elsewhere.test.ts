import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Look } from '../../../lib/answers/stored/whereabouts.ts';
import { filedElsewhere } from '../../../lib/judges/store/filed-elsewhere.ts';
import { exchange } from '../exchanges.ts';
import { anInstance } from '../json-answers.ts';

const INSTANCE = anInstance([], { study: '1.1', series: '1.2', instance: '1.3', name: 'a.dcm' });
const { study, series, instance } = INSTANCE;
const PATH = { study, series, instance };
const BASE = 'http://server/dicom-web';

const listed = (uids: { readonly study: string; readonly series: string }): Look => {
  const value = (uid: string) => ({ vr: 'UI', Value: [uid] });
  const body = JSON.stringify([
    { '00080018': value(instance), '0020000D': value(uids.study), '0020000E': value(uids.series) },
  ]);
  const headers: [string, string][] = [['Content-Type', 'application/dicom+json']];
  return { exchange: exchange({ url: `${BASE}/instances?SOPInstanceUID=${instance}`, headers, body }), path: PATH };
};
const asked = (status: number): Look => ({
  exchange: exchange({ url: `${BASE}/studies/${study}/series/${series}/metadata`, status, headers: [], body: '' }),
  path: PATH,
});
const told = (...looks: readonly Look[]) =>
  filedElsewhere({ instance: INSTANCE, looks }, exchange({ status: 200 }))?.parameters;

test('an instance that is listed under another study, and is not under its own, was filed elsewhere', () => {
  const elsewhere = told(asked(404), listed({ study: '9.9', series }));
  assert.deepEqual([elsewhere?.level, elsewhere?.sent, elsewhere?.found], ['study', study, '9.9']);
  assert.equal(told(asked(404), listed({ study, series: '9.8' }))?.level, 'series');
});

test('a list alone may be wrong, and what is where it belongs is not elsewhere', () => {
  assert.equal(told(listed({ study: '9.9', series })), undefined);
  assert.equal(told(asked(500), listed({ study: '9.9', series })), undefined);
  assert.equal(told(asked(404), listed({ study, series })), undefined);
});
