import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { breach } from '../../../lib/breaches/breach.ts';
import { isServedAsOctetStream, referencesLeadToTheirValues } from '../../../lib/judges/retrieve/bulkdata.ts';
import { BIG_ENDIAN, encapsulated, file, J2K, raw, seq, shape, stored, str, words } from '../dicom-bytes.ts';
import { exchange, failed, multipart, OCTETS } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const instance = stored(
  file([
    str('00104000', 'LT', 'a long comment'),
    seq('00880200', [[], [raw('7FE00010', 'OW', [5, 6])]]),
    raw('7FE00010', 'OW', [1, 2, 3, 4]),
  ]),
);
const BASE = 'http://server/studies/1.2/metadata';
const PIXELS = { tag: '7FE00010', path: '7FE00010', name: 'sample' };
const octets = (...bytes: number[]) => Uint8Array.from(bytes);
const followed = (path: string, ...parts: (Uint8Array | string)[]) =>
  referencesLeadToTheirValues({ stored: instance, path, exchange: multipart(OCTETS, parts), base: BASE });

test('the value of the element passes, in a part or as the whole body, padded or not', () => {
  const finding = followed('7FE00010', octets(1, 2, 3, 4));
  expectFinding(finding, 'WADO-RS-037', { assertions: 3 });
  assert.equal(finding.claim, 'gives the value of an element under its BulkDataURI');
  const single = exchange({ headers: [['Content-Type', OCTETS]], body: octets(1, 2, 3, 4, 0) });
  expectFinding(
    referencesLeadToTheirValues({ stored: instance, path: '7FE00010', exchange: single, base: BASE }),
    'WADO-RS-037',
    {
      assertions: 3,
    },
  );
});

test('a value below a sequence is found by its path', () => {
  expectFinding(followed('00880200[2].7FE00010', octets(5, 6)), 'WADO-RS-037', { assertions: 3 });
  assert.equal(followed('00880200[2].7FE00010', octets(1, 2)).verdict, 'fail');
});

test('other bytes fail, with where they differ', () => {
  expectFinding(followed('7FE00010', octets(1, 2, 9, 4)), 'WADO-RS-037', {
    verdict: 'fail',
    assertions: 3,
    breaches: [
      breach(
        'bulkdata-bytes-changed',
        { kind: 'bytes', offset: 2, part: 0 },
        { ...PIXELS, stored: 4, returned: 4, how: 'some', same: 2 },
        { offset: 2, expected: '03 04', actual: '09 04' },
      ),
    ],
  });
  const [nested] = followed('00880200[2].7FE00010', octets(9, 6, 0)).breaches;
  const path = '00880200[2].7FE00010';
  assert.deepEqual(nested?.parameters, { ...PIXELS, path, stored: 2, returned: 3, how: 'some', same: 0 });
});

test('a reference that leads nowhere fails, with the element in question', () => {
  const finding = referencesLeadToTheirValues({
    stored: instance,
    path: '7FE00010',
    base: BASE,
    exchange: exchange({ status: 404, reason: 'Not Found' }),
  });
  expectFinding(finding, 'WADO-RS-037', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('bulkdata-not-retrieved', { kind: 'status' }, { status: 404, expected: ['200'] })],
  });
});

test('one value is due: none and several fail', () => {
  const where = { kind: 'exchange' } as const;
  expectFinding(followed('7FE00010'), 'WADO-RS-037', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('bulkdata-parts', where, { ...PIXELS, parts: 0 })],
  });
  expectFinding(followed('7FE00010', octets(1, 2, 3, 4), 'x'), 'WADO-RS-037', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('bulkdata-parts', where, { ...PIXELS, parts: 2 })],
  });
});

test('encapsulated pixel data may come frame by frame, and in no other number of parts', () => {
  const two = stored(file([...shape(2, 2), str('00280008', 'IS', '2'), encapsulated(octets(1, 2), octets(3, 4))], J2K));
  const verdictOf = (...parts: string[]) =>
    referencesLeadToTheirValues({ stored: two, base: BASE, path: '7FE00010', exchange: multipart(OCTETS, parts) })
      .verdict;
  assert.deepEqual([verdictOf('x'), verdictOf('x', 'y')], ['incomplete', 'incomplete']);
  assert.equal(verdictOf('', 'x', 'y'), 'fail');
});

test('values are in little endian', () => {
  const big = stored(file([words('7FE00010', 'OW', 0x0102)], BIG_ENDIAN));
  const exchangeOf = (...bytes: number[]) => ({
    stored: big,
    path: '7FE00010',
    base: BASE,
    exchange: multipart(OCTETS, [octets(...bytes)]),
  });
  assert.equal(referencesLeadToTheirValues(exchangeOf(2, 1)).verdict, 'pass');
  assert.equal(referencesLeadToTheirValues(exchangeOf(1, 2)).verdict, 'fail');
});

test('where the bytes that are due are not known, only the way there is judged', () => {
  for (const [path, why] of [
    ['00104000', 'the form of LT as bulk data is not defined'],
    ['00880200', 'the form of SQ as bulk data is not defined'],
    ['00420011', 'nothing was stored there'],
    ['00880200[3].7FE00010', 'nothing was stored there'],
    ['7FE00010[1].7FE00010', 'nothing was stored there'],
    ['nonsense', 'nothing was stored there'],
  ] as const) {
    expectFinding(followed(path, 'x'), 'WADO-RS-037', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 2,
      remark: `sample, ${path}: ${why}`,
    });
  }
  const compressed = stored(file([...shape(1, 2), encapsulated(Buffer.of(1, 2))], J2K));
  const finding = referencesLeadToTheirValues({
    stored: compressed,
    base: BASE,
    path: '7FE00010',
    exchange: multipart(OCTETS, ['x']),
  });
  assert.equal(
    finding.remark,
    `sample, 7FE00010: it was stored as JPEG 2000 Lossless (${J2K}), which may come in several forms`,
  );
});

test('no reference, no answer and a broken coding leave it unjudged', () => {
  expectFinding(referencesLeadToTheirValues(), 'WADO-RS-037', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  const reference = (answer: ReturnType<typeof exchange>) => ({
    stored: instance,
    path: '7FE00010',
    exchange: answer,
    base: BASE,
  });
  expectFinding(referencesLeadToTheirValues(reference(failed('reset', 'gone'))), 'WADO-RS-037', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'X.1: reset, gone',
  });
  const broken = exchange({ headers: [['Content-Encoding', 'gzip']], body: 'x' });
  assert.deepEqual(referencesLeadToTheirValues(reference(broken)).reason, 'prerequisite-failed');
  const zipped = exchange({
    headers: [
      ['Content-Encoding', 'gzip'],
      ['Content-Type', OCTETS],
    ],
    body: gzipSync(octets(1, 2, 3, 4)),
  });
  assert.equal(referencesLeadToTheirValues(reference(zipped)).verdict, 'pass');
});

test('bulk data is served as multipart octet-stream', () => {
  const where = { kind: 'header', name: 'Content-Type' } as const;
  const finding = isServedAsOctetStream(multipart(OCTETS, ['x']));
  expectFinding(finding, 'WADO-RS-058', { assertions: 3 });
  assert.equal(finding.claim, 'serves bulk data as multipart octet-stream');
  expectFinding(isServedAsOctetStream(exchange({ status: 406 })), 'WADO-RS-058', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('bulkdata-octets-refused', { kind: 'status' }, { status: 406, expected: ['200'] })],
  });
  assert.equal(isServedAsOctetStream(exchange({ status: 404 })).breaches[0]?.code, 'bulkdata-not-retrieved');
  expectFinding(isServedAsOctetStream(exchange({ headers: [['Content-Type', OCTETS]], body: 'x' })), 'WADO-RS-058', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('bulkdata-media-type', where, { type: OCTETS })],
  });
  expectFinding(isServedAsOctetStream(multipart('image/jp2', ['x'])), 'WADO-RS-058', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('bulkdata-part-media-type', { ...where, part: 0 }, { type: 'image/jp2' })],
  });
});

test('without an answer, or with a broken coding, the form is left open', () => {
  expectFinding(isServedAsOctetStream(failed('reset', 'gone')), 'WADO-RS-058', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'X.1: reset, gone',
  });
  const broken = multipart(OCTETS, ['x'], {
    headers: [
      ['Content-Type', 'multipart/related; boundary=b'],
      ['Content-Encoding', 'gzip'],
    ],
  });
  assert.deepEqual(
    [isServedAsOctetStream(broken).reason, isServedAsOctetStream(broken).assertions],
    ['prerequisite-failed', 2],
  );
});

test('items are counted in any number of digits, and paths are read whole', () => {
  const many = stored(
    file([seq('00880200', [...Array.from({ length: 10 }, () => []), [raw('7FE00010', 'OW', [5, 6])]])]),
  );
  const lead = (path: string) =>
    referencesLeadToTheirValues({ stored: many, path, exchange: multipart(OCTETS, [octets(5, 6)]), base: BASE });
  expectFinding(lead('00880200[11].7FE00010'), 'WADO-RS-037', { assertions: 3 });
  for (const path of ['00880200[11].7FE00010x', 'x00880200[11].7FE00010', '00880200[12].7FE00010', '']) {
    assert.equal(lead(path).remark, `sample, ${path}: nothing was stored there`);
  }
});

test('406 for pixels that were stored compressed says that they are not decoded, and nothing else', () => {
  const packed = stored(file([...shape(1, 4), encapsulated(octets(1, 2))], J2K));
  const refused = exchange({ status: 406 });
  const of = { stored: packed, path: '7FE00010', base: BASE };
  const remark = 'sample is stored as JPEG 2000 Lossless (1.2.840.10008.1.2.4.90), and 406 says that it is not decoded';
  const open = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0, remark } as const;
  expectFinding(referencesLeadToTheirValues({ ...of, exchange: refused }), 'WADO-RS-037', open);
  expectFinding(isServedAsOctetStream(refused, of), 'WADO-RS-058', open);
  for (const [other, status] of [
    [{ ...of, path: '00104000' }, 406],
    [{ ...of, stored: instance }, 406],
    [of, 404],
  ] as const) {
    assert.equal(isServedAsOctetStream(exchange({ status }), other).verdict, 'fail');
  }
});

test('a byte of padding belongs to values that may be odd, not to longer samples', () => {
  const value = (vr: 'OB' | 'OW', bits: number, ...sent: number[]) => {
    const samples = stored(
      file([raw('00111002', vr, [1, 0]), words('00280100', 'US', bits), raw('7FE00010', vr, [1, 0])]),
    );
    return (path: string) =>
      referencesLeadToTheirValues({ stored: samples, path, base: BASE, exchange: multipart(OCTETS, [octets(...sent)]) })
        .verdict;
  };
  for (const sent of [[1], [1, 0, 0]]) {
    assert.equal(value('OB', 8, ...sent)('7FE00010'), 'pass');
    assert.equal(value('OW', 8, ...sent)('7FE00010'), 'pass');
    assert.equal(value('OW', 16, ...sent)('7FE00010'), 'fail');
    assert.equal(value('OB', 16, ...sent)('00111002'), 'pass');
    assert.equal(value('OW', 8, ...sent)('00111002'), 'fail');
  }
});

test('a host that cannot be reached from here warns, and a foreign one is not given credentials', () => {
  const reference = (answer: ReturnType<typeof exchange>) => ({
    stored: instance,
    path: '7FE00010',
    exchange: answer,
    base: BASE,
  });
  const url = 'http://other/7FE00010';
  const { request } = exchange({ url });
  for (const code of ['unreachable', 'tls'] as const) {
    expectFinding(referencesLeadToTheirValues(reference({ ...failed(code, 'why'), request })), 'WADO-RS-037', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('link-out-of-reach', { kind: 'exchange' }, { url, failure: code, link: 'BulkDataURI' })],
      remark:
        'the URL lies below http://other, the server was asked below http://server: does it know the URL that it is reached at?',
    });
  }
  const refused = exchange({ status: 401, url });
  const unsafe = {
    verdict: 'incomplete',
    reason: 'unsafe',
    assertions: 0,
    remark: `"${url}" wants credentials, which go to the target's own origin only`,
  } as const;
  expectFinding(referencesLeadToTheirValues(reference(refused)), 'WADO-RS-037', unsafe);
  expectFinding(isServedAsOctetStream(refused, reference(refused)), 'WADO-RS-058', unsafe);
  assert.equal(referencesLeadToTheirValues(reference(exchange({ status: 401 }))).verdict, 'fail');
});
