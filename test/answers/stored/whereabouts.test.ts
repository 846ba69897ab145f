import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../../fixtures/tutorial/index.ts';
import { sightOfStored } from '../../../lib/answers/stored/whereabouts.ts';
import { readAll } from '../../../lib/bytes/byte-source.ts';
import { frame } from '../../../lib/dicom/frames.ts';
import type { ResourcePath } from '../../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { encapsulated, file, JPEG, shape, stored } from '../../judges/dicom-bytes.ts';
import { DICOM, exchange, failed, multipart } from '../../judges/exchanges.ts';
import { anInstance, attribute, json } from '../../judges/json-answers.ts';

const [INSTANCE] = tutorialDataset({ rows: 3, columns: 5 }).instances;
assert.ok(INSTANCE);
const OCTETS = 'multipart/related; type="application/octet-stream"';
const sight = (...looks: readonly (Exchange | readonly [Exchange, ResourcePath])[]) =>
  sightOfStored({
    instance: INSTANCE,
    looks: looks.map((look) =>
      'id' in look ? { exchange: look, path: INSTANCE } : { exchange: look[0], path: look[1] },
    ),
  });
const NONE = exchange({ status: 404 });
const SHOWN = json([{ '00080018': attribute('UI', INSTANCE.instance) }]);

test('one answer that shows an instance is enough, whatever the others say', () => {
  assert.equal(sight(NONE, exchange({ status: 500 }), SHOWN), 'shown');
  const study = json([{ '0020000D': attribute('UI', INSTANCE.study) }]);
  assert.equal(sight(NONE, study), 'absent');
  assert.equal(sight(NONE, [study, { study: INSTANCE.study }]), 'shown');
});

test('it is absent only where nothing may hide it', () => {
  assert.equal(sight(NONE, json([])), 'absent');
  for (const status of [400, 405, 406, 501]) assert.equal(sight(NONE, exchange({ status })), 'absent', String(status));
  for (const hidden of [
    exchange({ status: 500 }),
    exchange({ status: 503 }),
    exchange({ status: 403 }),
    exchange({ body: '<html>' }),
    failed('timed-out', 'slow'),
  ])
    assert.equal(sight(NONE, hidden), 'unclear');
  assert.equal(sight(exchange({ status: 405 })), 'unclear');
  assert.equal(sight(), 'unclear');
});

test('the bytes of its first frame show an instance, other bytes may hide it', () => {
  const url = `http://server/studies/1/series/2/instances/${INSTANCE.instance}/frames/1`;
  const pixels = readAll(frame(INSTANCE.dataSet, 1));
  assert.equal(sight(NONE, multipart(OCTETS, [pixels], { url })), 'shown');
  assert.equal(sight(NONE, multipart(OCTETS, [pixels.subarray(1)], { url })), 'unclear');
  assert.equal(sight(NONE, multipart(OCTETS, [pixels])), 'unclear');
  const other = Uint8Array.from(pixels, (octet, index) => (index === 0 ? octet ^ 1 : octet));
  assert.equal(sight(NONE, multipart(OCTETS, [other], { url })), 'unclear', 'its first byte differs');
  assert.equal(sight(NONE, multipart(OCTETS, [], { url })), 'absent', 'an answer without parts');
  const whole = multipart(OCTETS, [pixels], { url });
  assert.equal(sight(NONE, { ...whole, failure: { code: 'truncated', message: 'cut' } }), 'unclear');
  assert.equal(sight(NONE, multipart(OCTETS, [pixels], { url, status: 206 })), 'unclear');
  assert.equal(sight(NONE, multipart(OCTETS, [pixels], { url: `${url}0` })), 'unclear', 'frame 10');
});

test('an instance without pixels, or with compressed ones, is not known by its frame', () => {
  const url = 'http://server/studies/1/series/2/instances/3/frames/1';
  const fragment = Uint8Array.of(1, 2, 3, 4);
  const compressed = stored(file([...shape(2, 2), encapsulated(fragment)], JPEG));
  for (const instance of [anInstance(), compressed]) {
    const looks = [multipart(OCTETS, [fragment], { url }), NONE].map((one) => ({ exchange: one, path: instance }));
    assert.equal(sightOfStored({ instance, looks }), 'unclear');
  }
});

test('a frame without bytes and a retrieve without parts hide nothing', () => {
  const url = `http://server/studies/1/series/2/instances/${INSTANCE.instance}/frames/1`;
  assert.equal(sight(NONE, multipart(OCTETS, [''], { url })), 'absent');
  assert.equal(sight(NONE, multipart(OCTETS, [''])), 'unclear');
  assert.equal(sight(multipart(DICOM, [])), 'absent');
  assert.equal(sight(multipart(DICOM, [{ body: '' }])), 'unclear');
});
