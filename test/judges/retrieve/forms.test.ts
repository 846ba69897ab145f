import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Header } from '../../../lib/http/exchange.ts';
import {
  hasNoFrames,
  locatesBulkData,
  refusesFramesAlone,
  rendersReportsAsText,
  sendsFrameOfAnyType,
  sendsOctetsOfInstance,
  sendsOneFrameAlone,
  servesValuesOrNot,
} from '../../../lib/judges/retrieve/forms.ts';
import { EXPLICIT, file, shape, stored } from '../dicom-bytes.ts';
import { exchange, multipart, OCTETS } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const instance = stored(file(shape(1, 2), EXPLICIT));
const path = `/studies/${instance.study}/series/${instance.series}/instances/${instance.instance}`;
const URI = `http://server${path}/bulkdata/7FE00010`;
const metadata = exchange({
  id: 'M',
  url: `http://server${path}/metadata`,
  headers: [['Content-Type', 'application/dicom+json']],
  body: JSON.stringify([
    {
      '0020000D': { vr: 'UI', Value: [instance.study] },
      '0020000E': { vr: 'UI', Value: [instance.series] },
      '00080018': { vr: 'UI', Value: [instance.instance] },
      '7FE00010': { vr: 'OW', BulkDataURI: URI },
    },
  ]),
});
const answer = (status: number, type = 'text/plain') =>
  exchange({ id: 'A', status, headers: [['Content-Type', type]], body: 'x' });
const located = (...headers: Header[]) =>
  multipart(OCTETS, [{ headers: [['Content-Type', OCTETS], ...headers], body: 'ab' }], {
    id: 'B',
    url: `http://server${path}/bulkdata`,
  });
const twin = exchange({ id: 'T' });

test('WADO-RS-017: an instance comes as octets; a refusal is a warning', () => {
  assert.equal(sendsOctetsOfInstance(located(), metadata, instance).verdict, 'pass');
  assert.equal(sendsOctetsOfInstance(answer(406), metadata, instance).verdict, 'warn');
  assert.equal(sendsOctetsOfInstance(answer(500), metadata, instance).verdict, 'fail');
  const other = sendsOctetsOfInstance(multipart('image/jpeg', ['x']), metadata, instance);
  assert.deepEqual([other.verdict, other.breaches[0]?.code], ['fail', 'bulkdata-media-type']);
});

test('WADO-RS-049: one frame may come alone, several may not', () => {
  const alone = (status: number) => sendsOneFrameAlone(answer(status, OCTETS), twin).verdict;
  assert.deepEqual([200, 406, 400, 500].map(alone), ['pass', 'pass', 'warn', 'fail']);
  const list = (status: number, type: string) => refusesFramesAlone(answer(status, type), twin).verdict;
  assert.equal(list(406, 'text/plain'), 'pass');
  assert.equal(list(200, OCTETS), 'fail');
  assert.equal(list(200, 'multipart/related'), 'warn');
});

test('WADO-RS-050 and -051: any type will do for a frame, and what is no image has none', () => {
  assert.deepEqual(
    [200, 406].map((status) => sendsFrameOfAnyType(answer(status), twin).verdict),
    ['pass', 'fail'],
  );
  const none = (status: number) => hasNoFrames(answer(status), twin).verdict;
  assert.deepEqual([404, 400, 406, 200, 500].map(none), ['pass', 'pass', 'pass', 'fail', 'fail']);
});

test('WADO-RS-055 and -056: the resources are served or not', () => {
  for (const resource of ['bulkdata', 'pixeldata'] as const) {
    const verdict = (status: number) => servesValuesOrNot(answer(status), metadata, instance, resource).verdict;
    assert.deepEqual([200, 404, 501, 500].map(verdict), ['pass', 'info', 'info', 'fail']);
  }
  const icon = servesValuesOrNot(multipart(OCTETS, ['a', 'b']), metadata, instance, 'pixeldata');
  assert.deepEqual([icon.verdict, icon.breaches[0]?.code], ['fail', 'frames-too-many']);
});

test('WADO-RS-057: each part is where metadata say that it is', () => {
  expectFinding(locatesBulkData(located(['Content-Location', URI]), metadata, instance), 'WADO-RS-057', {
    assertions: 2,
  });
  const relative = locatesBulkData(located(['Content-Location', './bulkdata/7FE00010']), metadata, instance);
  assert.equal(relative.verdict, 'pass');
  assert.equal(locatesBulkData(located(), metadata, instance).verdict, 'warn');
  expectFinding(locatesBulkData(located(['Content-Location', `${URI}/x`]), metadata, instance), 'WADO-RS-057', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach(
        'bulkdata-located-elsewhere',
        { kind: 'header', name: 'Content-Location', part: 0 },
        { location: `${URI}/x` },
      ),
    ],
  });
});

test('WADO-RS-074: a report is rendered as HTML, or not at all', () => {
  const rendered = (status: number, type: string) => rendersReportsAsText(answer(status, type), metadata, instance);
  assert.equal(rendered(200, 'text/html').verdict, 'pass');
  assert.equal(rendered(200, 'image/png').verdict, 'warn');
  const none = rendered(406, 'text/plain');
  assert.deepEqual([none.verdict, none.reason], ['incomplete', 'not-claimed']);
});
