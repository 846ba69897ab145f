import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { breach } from '../../../lib/breaches/breach.ts';
import { describesItsBytes } from '../../../lib/judges/http/content-type-parameters.ts';
import { EXPLICIT, file, JPEG, raw, str } from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart, OCTETS } from '../exchanges.ts';
import { expectFinding, shownBy } from '../expect.ts';

const typed = (type: string, body: Uint8Array | string = 'x') => exchange({ headers: [['Content-Type', type]], body });
const where = { kind: 'header', name: 'Content-Type' } as const;

test('a type without parameters says nothing wrong', () => {
  const finding = describesItsBytes(typed('application/dicom+json'));
  expectFinding(finding, 'COMMON-021', { assertions: 2 });
  assert.equal(finding.claim, 'describes the bytes truthfully in Content-Type');
});

for (const name of ['transfer-syntax', 'charset']) {
  test(`a repeated ${name} fails`, () => {
    expectFinding(describesItsBytes(typed(`${OCTETS}; ${name}=a; ${name}=b`)), 'COMMON-021', {
      verdict: 'fail',
      breaches: [breach('media-type-parameter-repeated', where, { parameter: name, values: ['a', 'b'] })],
    });
  });
}

test('a transfer syntax is that of the instance', () => {
  const finding = describesItsBytes(typed(`${DICOM}; transfer-syntax=${EXPLICIT}`, file([])));
  expectFinding(finding, 'COMMON-021', { assertions: 4 });
  expectFinding(describesItsBytes(typed(`${DICOM}; transfer-syntax=${JPEG}`, file([]))), 'COMMON-021', {
    verdict: 'fail',
    assertions: 4,
    breaches: [
      breach('transfer-syntax-untrue', where, { named: '1.2.840.10008.1.2.4.50', actual: '1.2.840.10008.1.2.1' }),
    ],
  });
});

test('a star is for requests', () => {
  expectFinding(describesItsBytes(typed(`${DICOM}; transfer-syntax=*`, file([]))), 'COMMON-021', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('transfer-syntax-wildcard', where, {})],
  });
});

test('what is no DICOM file cannot contradict its type', () => {
  expectFinding(describesItsBytes(typed(`${DICOM}; transfer-syntax=${JPEG}`)), 'COMMON-021', { assertions: 3 });
  expectFinding(describesItsBytes(typed(`${OCTETS}; transfer-syntax=${JPEG}`, file([]))), 'COMMON-021', {
    assertions: 3,
  });
});

test('a part without a type is not taken for an instance, whatever the message announces', () => {
  const headers = [
    ['Content-Type', `multipart/related; type="${DICOM}"; boundary=b; transfer-syntax=${JPEG}`],
  ] as const;
  expectFinding(describesItsBytes(multipart(DICOM, [{ body: file([]) }], { headers })), 'COMMON-021', {
    assertions: 3,
  });
});

test('each part is looked at, and the message may speak for parts that are silent', () => {
  const good = multipart(DICOM, [
    { headers: [['Content-Type', `${DICOM}; transfer-syntax=${EXPLICIT}`]], body: file([]) },
  ]);
  expectFinding(describesItsBytes(good), 'COMMON-021', { assertions: 6 });
  const announced = multipart(DICOM, [file([])], {
    headers: [['Content-Type', `multipart/related; type="${DICOM}"; boundary=b; transfer-syntax=${JPEG}`]],
  });
  expectFinding(describesItsBytes(announced), 'COMMON-021', {
    verdict: 'fail',
    assertions: 6,
    breaches: [
      breach(
        'transfer-syntax-untrue',
        { ...where, part: 0 },
        { named: '1.2.840.10008.1.2.4.50', actual: '1.2.840.10008.1.2.1' },
      ),
    ],
  });
  const second = multipart(DICOM, [
    file([]),
    { headers: [['Content-Type', `${DICOM};charset=a;charset=b`]], body: 'x' },
  ]);
  const repeated = { parameter: 'charset', values: ['a', 'b'] };
  expectFinding(describesItsBytes(second), 'COMMON-021', {
    verdict: 'fail',
    breaches: [breach('media-type-parameter-repeated', { ...where, part: 1 }, repeated)],
  });
});

test('a part without a type has nothing to contradict', () => {
  expectFinding(describesItsBytes(multipart(DICOM, [{ body: 'x' }])), 'COMMON-021', { assertions: 2 });
});

for (const charset of ['utf-8', 'UTF8', 'ISO_IR 192']) {
  test(`text under charset=${charset} is UTF-8`, () => {
    const good = typed(`application/dicom+json; charset="${charset}"`, Buffer.from('["é"]', 'utf8'));
    expectFinding(describesItsBytes(good), 'COMMON-021', { assertions: 3 });
    const bad = typed(`application/dicom+json; charset="${charset}"`, Buffer.from('["é"]', 'latin1'));
    expectFinding(describesItsBytes(bad), 'COMMON-021', {
      verdict: 'fail',
      assertions: 3,
      breaches: [breach('charset-untrue', where, { terms: null })],
    });
  });
}

test('of an instance the charset tells the text, and of octets nothing', () => {
  const instance = (...elements: Parameters<typeof file>[0]) =>
    describesItsBytes(typed(`${DICOM}; charset=utf-8`, file([...elements, raw('7FE00010', 'OB', [0xff, 0xc3])])));
  for (const finding of [
    instance(str('00080005', 'CS', 'ISO_IR 192')),
    instance(str('00080005', 'CS', '')),
    instance(str('00080005', 'CS', 'ISO_IR 6')),
    instance(str('00080005', 'CS', '\\ISO 2022 IR 6')),
    instance(),
  ]) {
    expectFinding(finding, 'COMMON-021', { assertions: 3 });
  }
  expectFinding(instance(str('00080005', 'CS', 'ISO_IR 100')), 'COMMON-021', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('charset-untrue', where, { terms: ['ISO_IR 100'] })],
  });
  expectFinding(instance(str('00080005', 'CS', '\\ISO 2022 IR 87')), 'COMMON-021', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('charset-untrue', where, { terms: ['ISO 2022 IR 87'] })],
  });
  for (const type of [OCTETS, DICOM, 'application/jsonlines', 'application/geo-json']) {
    expectFinding(describesItsBytes(typed(`${type}; charset=utf-8`, Buffer.of(0xff))), 'COMMON-021', { assertions: 2 });
  }
});

test('a character cut at the end is no UTF-8, one across a border of the reader is', () => {
  const utf8 = 'text/plain; charset=utf-8';
  assert.equal(describesItsBytes(typed(utf8, Buffer.of(0xc3))).verdict, 'fail');
  const long = Buffer.concat([Buffer.alloc((1 << 20) - 1, 0x61), Buffer.from('é', 'utf8')]);
  assert.equal(describesItsBytes(typed(utf8, long)).verdict, 'pass');
});

test('other character sets are not checked', () => {
  for (const charset of ['iso-8859-1', 'x-utf-8', 'utf-80']) {
    expectFinding(describesItsBytes(typed(`text/plain; charset=${charset}`, Buffer.of(0xc3))), 'COMMON-021', {
      assertions: 2,
    });
  }
});

test('a content coding is undone first', () => {
  const headers = [
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Content-Encoding', 'gzip'],
  ] as const;
  expectFinding(describesItsBytes(exchange({ headers, body: gzipSync('x') })), 'COMMON-021', { assertions: 3 });
  const broken = describesItsBytes(exchange({ headers, body: 'x' }));
  assert.deepEqual([broken.verdict, broken.reason], ['incomplete', 'prerequisite-failed']);
  assert.match(broken.remark ?? '', /^the content coding cannot be undone: not gzip/);
});

test('the exchange is named among several', () => {
  const shown = (bad: ReturnType<typeof exchange>) =>
    shownBy(describesItsBytes(exchange({ id: 'A' }), { ...bad, id: 'B' }))[0];
  assert.equal(shown(typed(`${OCTETS}; charset=a; charset=b`)), 'B media-type-parameter-repeated');
  assert.equal(shown(typed(`${OCTETS}; transfer-syntax=*`)), 'B transfer-syntax-wildcard');
  assert.equal(shown(typed(`${DICOM}; transfer-syntax=1.2`, file([]))), 'B transfer-syntax-untrue');
  assert.equal(shown(typed('text/plain; charset=utf-8', Buffer.of(0xc3))), 'B charset-untrue');
});

test('without type or without body there is nothing to judge', () => {
  const nothing = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;
  expectFinding(describesItsBytes(exchange({ body: 'x' })), 'COMMON-021', nothing);
  expectFinding(describesItsBytes(exchange()), 'COMMON-021', nothing);
  const gone = describesItsBytes(failed('reset', 'gone'));
  assert.deepEqual([gone.verdict, gone.reason], ['incomplete', 'prerequisite-failed']);
});

test('the wildcard describes no bytes, on the message no more than on a part', () => {
  const where = { kind: 'header', name: 'Content-Type' } as const;
  const expected = { verdict: 'fail', breaches: [breach('transfer-syntax-wildcard', where, {})] } as const;
  const named = {
    headers: [['Content-Type', `${DICOM}; transfer-syntax=1.2.840.10008.1.2.1`]],
    body: file([]),
  } as const;
  const message = multipart(DICOM, [named], {
    headers: [['Content-Type', `multipart/related; type="${DICOM}"; boundary=b; transfer-syntax=*`]],
  });
  expectFinding(describesItsBytes(message), 'COMMON-021', expected);
  const single = exchange({ headers: [['Content-Type', `${DICOM}; transfer-syntax=*`]], body: file([]) });
  expectFinding(describesItsBytes(single), 'COMMON-021', expected);
});
