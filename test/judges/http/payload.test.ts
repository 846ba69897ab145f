import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  framesItsPayloadOnce,
  locatesItsResource,
  locatesNoOtherResource,
  namesItsMediaType,
} from '../../../lib/judges/http/payload.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding, shownBy } from '../expect.ts';

const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;
const typed = (...values: string[]) => values.map((value) => ['Content-Type', value] as const);

test('a payload with one media type passes', () => {
  const finding = namesItsMediaType(exchange({ headers: typed('application/dicom+json; charset=utf-8'), body: '[]' }));
  expectFinding(finding, 'COMMON-017', { assertions: 2 });
  assert.equal(finding.claim, 'names the media type of each payload');
});

test('a media type that is read in spite of its grammar warns', () => {
  for (const [value, defect] of [
    ['multipart/related; application/octet-stream; boundary=b', 'parameter "application/octet-stream" has no value'],
    ['multipart/related; boundary=a=b', 'parameter "boundary": holds characters that have to be quoted'],
  ] as const) {
    expectFinding(namesItsMediaType(exchange({ headers: typed(value), body: 'x' })), 'COMMON-017', {
      verdict: 'warn',
      assertions: 2,
      breaches: [breach('media-type-malformed', CONTENT_TYPE, { value, defects: [defect] })],
    });
  }
  const unquoted = typed('multipart/related; type=application/dicom; boundary=b');
  assert.equal(namesItsMediaType(exchange({ headers: unquoted, body: 'x' })).verdict, 'pass');
});

for (const [values, found] of [
  [[], breach('media-type-missing', CONTENT_TYPE, { found: null })],
  [['text/plain', 'text/html'], breach('media-type-repeated', CONTENT_TYPE, { values: ['text/plain', 'text/html'] })],
  [['html'], breach('media-type-unreadable', CONTENT_TYPE, { value: 'html' })],
] as const) {
  test(`a payload with Content-Type ${values.join() || 'none'} fails, and warns on an error`, () => {
    const breaches = [found];
    const parts = { headers: typed(...values), body: 'x' };
    expectFinding(namesItsMediaType(exchange(parts)), 'COMMON-017', { verdict: 'fail', assertions: 1, breaches });
    for (const status of [199, 300, 404]) {
      const finding = namesItsMediaType(exchange({ ...parts, status }));
      expectFinding(finding, 'COMMON-017', { verdict: 'warn', assertions: 1, breaches });
    }
  });
}

test('without a payload there is no type to name', () => {
  const nothing = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;
  expectFinding(namesItsMediaType(exchange({ status: 204 })), 'COMMON-017', nothing);
  expectFinding(framesItsPayloadOnce(exchange({ status: 204 })), 'COMMON-018', nothing);
});

test('the exchange is named among several', () => {
  const second = { id: 'B', body: 'x' };
  assert.deepEqual(shownBy(namesItsMediaType(exchange(), exchange(second))), ['B media-type-missing']);
  const both = [
    ['Content-Length', '1'],
    ['Transfer-Encoding', 'chunked'],
  ] as const;
  const framed = (parts: Parameters<typeof exchange>[0]) => shownBy(framesItsPayloadOnce(exchange(), exchange(parts)));
  assert.deepEqual(framed({ ...second, headers: both }), ['B payload-framed-twice']);
  assert.deepEqual(framed(second), ['B payload-without-length']);
  const located = locatesItsResource(exchange({ id: 'B' }), failed('reset', 'x'));
  assert.deepEqual(shownBy(located), ['B resource-without-location']);
});

test('one of the two ways of framing passes', () => {
  const finding = framesItsPayloadOnce(exchange({ headers: [['Content-Length', '1']], body: 'x' }));
  expectFinding(finding, 'COMMON-018', { assertions: 2 });
  assert.equal(finding.claim, 'frames each payload by Content-Length or by Transfer-Encoding');
  const chunked = exchange({ version: 'HTTP/1.1', headers: [['transfer-encoding', 'chunked']], body: 'x' });
  expectFinding(framesItsPayloadOnce(chunked), 'COMMON-018', { assertions: 2 });
});

test('both ways of framing fail, even without a payload', () => {
  const headers = [
    ['Content-Length', '1'],
    ['Transfer-Encoding', 'chunked'],
  ] as const;
  for (const body of ['x', '']) {
    expectFinding(framesItsPayloadOnce(exchange({ headers, body })), 'COMMON-018', {
      verdict: 'fail',
      assertions: 2,
      breaches: [breach('payload-framed-twice', { kind: 'header', name: 'Content-Length' }, {})],
    });
  }
});

test('neither way warns: the end of the connection frames the payload', () => {
  expectFinding(framesItsPayloadOnce(exchange({ body: 'x', version: '1.0' })), 'COMMON-018', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('payload-without-length', { kind: 'header', name: 'Content-Length' }, {})],
  });
});

test('HTTP/2 frames by itself', () => {
  for (const version of ['2', 'HTTP/2', '3', 'HTTP/21.1']) {
    const finding = framesItsPayloadOnce(exchange({ version, body: 'x' }));
    expectFinding(finding, 'COMMON-018', { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 });
  }
});

test('a single-part resource has a location', () => {
  const located = exchange({ headers: [['Content-Location', '/a'], ...typed('application/dicom')], body: 'x' });
  const finding = locatesItsResource(located);
  expectFinding(finding, 'COMMON-020', { assertions: 1 });
  assert.equal(finding.claim, 'names the location of each single-part resource');
  expectFinding(locatesItsResource(exchange({ body: 'x' })), 'COMMON-020', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('resource-without-location', { kind: 'header', name: 'Content-Location' }, {})],
  });
});

test('errors, multipart answers and searches need no location', () => {
  for (const parts of [
    { status: 404 },
    { headers: typed('multipart/related; boundary=b') },
    { operation: 'search studies' },
  ]) {
    const finding = locatesItsResource(exchange({ body: 'x', ...parts }));
    expectFinding(finding, 'COMMON-020', { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 });
  }
});

test('a response without a body announces what it likes', () => {
  const headers = [['Content-Length', '0']] as const;
  expectFinding(framesItsPayloadOnce(exchange({ headers })), 'COMMON-018', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
});

test('what is located is what was asked for', () => {
  const url = 'http://server/studies/1.2/series/1.3';
  const at = (location: string, parts = {}) =>
    locatesNoOtherResource(exchange({ url, headers: [['Content-Location', location]], body: 'x', ...parts }));
  const finding = at('/studies/1.2/series/1.3/');
  expectFinding(finding, 'COMMON-020', { assertions: 1 });
  assert.equal(finding.claim, 'locates nothing but the resource that was asked for');
  for (const location of ['/objects/7', '/v2/../studies/./1.2/series/1.3', '1.3/']) {
    expectFinding(at(location), 'COMMON-020', { assertions: 1 });
  }
  for (const location of ['/studies/1.20/series/1.3', 'http://other/series/1.4', '/x/../studies/./1.20']) {
    expectFinding(at(location), 'COMMON-020', {
      verdict: 'fail',
      assertions: 1,
      breaches: [
        breach('location-of-another-resource', { kind: 'header', name: 'Content-Location' }, { location, asked: url }),
      ],
    });
  }
  const open = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;
  for (const parts of [{ status: 404 }, { operation: 'search series' }, { headers: [] }]) {
    expectFinding(at('/series/1.4', parts), 'COMMON-020', open);
  }
});

test('a payload without Content-Type says what its bytes show', () => {
  const [found] = namesItsMediaType(exchange({ body: '[{}]' })).breaches;
  assert.deepEqual(found?.parameters, { found: 'application/json' });
});
