import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { breach } from '../../../lib/breaches/breach.ts';
import { declaresItsContentCoding } from '../../../lib/judges/http/content-coding.ts';
import { file } from '../dicom-bytes.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding, shownBy } from '../expect.ts';

const zipped = gzipSync('[]');
const coded = (coding: string, accept: string | null, body: Uint8Array = zipped) =>
  declaresItsContentCoding(
    exchange({
      requestHeaders: accept === null ? [] : [['Accept-Encoding', accept]],
      headers: [
        ['Content-Encoding', coding],
        ['Content-Type', 'application/json'],
      ],
      body,
    }),
  );
const plain = (type: string, body: Uint8Array | string) =>
  declaresItsContentCoding(exchange({ headers: [['Content-Type', type]], body }));

test('a plain body passes', () => {
  const finding = plain('application/dicom+json', '[]');
  expectFinding(finding, 'COMMON-019', { assertions: 1 });
  assert.equal(finding.claim, 'compresses only when asked to and says so');
});

for (const [coding, accept] of [
  ['gzip', 'gzip'],
  ['GZIP', 'br, gzip;q=0.5'],
  ['x-gzip', 'gzip'],
  ['gzip', 'x-gzip'],
  ['gzip', '*'],
  ['gzip', 'br;q=0, *;q=0.1'],
  ['gzip', '(, gzip'],
  ['gzip', null],
] as const) {
  test(`${coding} is acceptable under Accept-Encoding ${accept}`, () => {
    expectFinding(coded(coding, accept), 'COMMON-019', { assertions: 2 });
  });
}

for (const [coding, accept] of [
  ['gzip', 'identity'],
  ['gzip', 'gzip;q=0'],
  ['gzip', 'gzip;q=0, *'],
  ['gzip', '*;q=0'],
  ['gzip', 'br'],
  ['gzip', ''],
  ['x-gzip-2', 'gzip-2'],
  ['my-x-gzip', 'my-gzip'],
  ['magzip', 'max-gzip'],
] as const) {
  test(`${coding} is not acceptable under Accept-Encoding "${accept}"`, () => {
    expectFinding(coded(coding, accept), 'COMMON-019', {
      verdict: 'warn',
      assertions: 2,
      breaches: [
        breach(
          'content-coding-not-accepted',
          { kind: 'header', name: 'Content-Encoding' },
          { coding, accepted: accept },
        ),
      ],
    });
  });
}

test('identity is no coding', () => {
  expectFinding(coded('identity', 'identity', Buffer.from('[]')), 'COMMON-019', { assertions: 1 });
});

test('bytes that are not in the declared coding fail', () => {
  const finding = coded('gzip', 'gzip', Buffer.from('[]'));
  assert.deepEqual([finding.verdict, finding.assertions, finding.breachCount], ['fail', 2, 1]);
  const [found] = finding.breaches;
  assert.equal(found?.code, 'content-coding-corrupt');
  assert.deepEqual(found.parameters.codings, ['gzip']);
  assert.match(String(found.parameters.message), /^not gzip: ./);
  assert.deepEqual(found.where, { kind: 'bytes', offset: 0 });
  assert.deepEqual(coded('gzip, br', 'gzip, br', zipped).breaches[0]?.parameters.codings, ['gzip', 'br']);
  expectFinding(coded('gzip, br', 'gzip, br', brotliCompressSync(zipped)), 'COMMON-019', { assertions: 3 });
});

test('a coding that cannot be undone here is graded by what was offered only', () => {
  expectFinding(coded('zstd', 'zstd'), 'COMMON-019', { assertions: 2 });
});

for (const [type, body, name] of [
  ['application/dicom+json', zipped, 'gzip'],
  ['application/dicom+xml', zipped, 'gzip'],
  ['text/html', zipped, 'gzip'],
  ['multipart/related; boundary=b', zipped, 'gzip'],
  ['application/dicom', zipped, 'gzip'],
  ['application/json', Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 1), 'zstd'],
] as const) {
  test(`${name} under ${type} without Content-Encoding fails`, () => {
    expectFinding(plain(type, body), 'COMMON-019', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('content-coding-undeclared', { kind: 'bytes', offset: 0 }, { coding: name })],
    });
  });
}

test('bytes that only look compressed pass where the media type admits any', () => {
  expectFinding(plain('application/octet-stream', zipped), 'COMMON-019', { assertions: 1 });
  expectFinding(plain('application/jsonp', zipped), 'COMMON-019', { assertions: 1 });
  expectFinding(plain('nonsense', zipped), 'COMMON-019', { assertions: 1 });
  expectFinding(plain('application/json', Buffer.of(0x1f, 0x8b)), 'COMMON-019', { assertions: 1 });
  const preamble = file([]);
  preamble.set([0x1f, 0x8b, 0x08]);
  expectFinding(plain('application/dicom', preamble), 'COMMON-019', { assertions: 1 });
});

test('the exchange is named among several, and an empty or missing body is not judged', () => {
  const hidden = exchange({ id: 'B', headers: [['Content-Type', 'text/plain']], body: zipped });
  const finding = declaresItsContentCoding(exchange({ id: 'A' }), hidden, failed('reset', 'gone', 'C'));
  assert.deepEqual(shownBy(finding), ['B content-coding-undeclared']);
  assert.equal(finding.remark, 'C: reset, gone');
  const unasked = exchange({
    id: 'B',
    requestHeaders: [['Accept-Encoding', 'br']],
    headers: [['Content-Encoding', 'gzip']],
    body: 'x',
  });
  assert.deepEqual(shownBy(declaresItsContentCoding(exchange({ id: 'A' }), unasked)), [
    'B content-coding-not-accepted',
    'B content-coding-corrupt',
  ]);
  expectFinding(declaresItsContentCoding(exchange()), 'COMMON-019', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
});

test('every field of Accept-Encoding counts', () => {
  const finding = declaresItsContentCoding(
    exchange({
      requestHeaders: [
        ['Accept-Encoding', 'br'],
        ['Accept-Encoding', 'identity'],
      ],
      headers: [['Content-Encoding', 'gzip']],
      body: zipped,
    }),
  );
  assert.equal(finding.breaches[0]?.parameters.accepted, 'br, identity');
});

test('one octet of a magic number is no sign of compression', () => {
  expectFinding(plain('text/plain', Buffer.of(0x1f, 0x41, 0x08)), 'COMMON-019', { assertions: 1 });
  expectFinding(plain('text/plain', Buffer.of(0x1f)), 'COMMON-019', { assertions: 1 });
});
