import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { multipartIsWellFormed } from '../../../lib/judges/multipart/framing.ts';
import { file } from '../dicom-bytes.ts';
import { DICOM, exchange, multipart, OCTETS, type Part } from '../exchanges.ts';
import { expectFinding, findingOn } from '../expect.ts';

const on = (requirement: string, answer: Exchange) => findingOn(multipartIsWellFormed(answer), requirement);
const body = (text: string) =>
  exchange({ headers: [['Content-Type', 'multipart/related; type="a/b"; boundary=b']], body: text });
const typed = (type: string, ...more: [string, string][]): Part => ({
  headers: [['Content-Type', type], ...more],
  body: 'x',
});

test('MP-006: each part has one type of its own', () => {
  expectFinding(on('MP-006', multipart(OCTETS, ['x', 'y'])), 'MP-006', { assertions: 2 });
  const where = { kind: 'header', name: 'Content-Type', part: 1 } as const;
  const wrong = (...values: string[]) => breach('part-type-wrong', where, { values });
  for (const [part, found] of [
    [{ body: 'x' }, breach('part-without-type', where, {})],
    [typed('a/b', ['content-type', 'c/d']), wrong('a/b', 'c/d')],
    [typed('ab'), wrong('ab')],
    [typed('multipart/related; boundary=c'), wrong('multipart/related; boundary=c')],
  ] as const) {
    expectFinding(on('MP-006', multipart(OCTETS, ['x', part])), 'MP-006', {
      verdict: 'fail',
      assertions: 2,
      breaches: [found],
    });
  }
});

const inHeaders = (offset: number) => ({ kind: 'bytes', offset, part: 0 }) as const;

for (const [text, found, verdict] of [
  [
    '--b\r\nContent-Type: a/b\n\r\nx\r\n--b--',
    breach('multipart-bare-line-feed', inHeaders(22), { place: 'part-headers' }),
    'fail',
  ],
  [
    '--b\r\nContent-Type: a/b\r\nbad\r\n\r\nx\r\n--b--',
    breach('part-headers-malformed', inHeaders(24), {
      defect: 'malformed-header',
      message: 'not a header field: "bad"',
    }),
    'fail',
  ],
  [
    '--b\r\nContent-Type: a/b\r\n--b--',
    breach('part-headers-malformed', inHeaders(24), {
      defect: 'missing-blank-line',
      message: 'no empty line ends the headers',
    }),
    'fail',
  ],
  [
    '--b\r\nContent-Type: a/b;\r\n c=d\r\n\r\nx\r\n--b--',
    breach('part-header-folded', inHeaders(25), { message: 'the field Content-Type is folded over several lines' }),
    'warn',
  ],
] as const) {
  test(`MP-006: ${found.code} at byte ${found.where.kind === 'bytes' ? found.where.offset : ''}`, () => {
    expectFinding(on('MP-006', body(text)), 'MP-006', {
      verdict,
      assertions: 2,
      breaches: [found],
    });
  });
}

test('MP-006: a header block without end', () => {
  const finding = on('MP-006', body(`--b\r\nA: ${'x'.repeat(70_000)}\r\n\r\nx\r\n--b--`));
  assert.equal(finding.verdict, 'fail');
  assert.equal(finding.breaches[0]?.parameters.defect, 'headers-too-large');
});

test('MP-006: without parts there is nothing to judge, and defects of delimiters are another duty', () => {
  const nothing = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;
  for (const id of ['MP-006', 'MP-007', 'MP-008', 'MP-009']) expectFinding(on(id, body('--b--')), id, nothing);
  expectFinding(on('MP-006', body('--b\r\nContent-Type: a/b\r\n\r\nx')), 'MP-006', { assertions: 1 });
});

const length = (...values: string[]): Part =>
  typed(OCTETS, ...values.map((value): [string, string] => ['Content-Length', value]));
const lengthWhere = (part: number) => ({ kind: 'header', name: 'Content-Length', part }) as const;

test('MP-007: a stated length is exact', () => {
  expectFinding(on('MP-007', multipart(OCTETS, [length('1'), length('1')])), 'MP-007', { assertions: 2 });
  for (const wrong of ['2', '1.0', '1x', 'x1', '+1', '']) {
    expectFinding(on('MP-007', multipart(OCTETS, [length('1'), length(wrong)])), 'MP-007', {
      verdict: 'fail',
      assertions: 2,
      breaches: [breach('part-length-wrong', lengthWhere(1), { stated: wrong, bytes: 1 })],
    });
  }
});

test('MP-007: in a message without transfer coding a missing length warns', () => {
  const plain = multipart(OCTETS, [length('1'), 'y'], {
    headers: [['Content-Type', 'multipart/related; type="application/octet-stream"; boundary=b']],
  });
  for (const version of ['1.1', 'HTTP/1.1', '1.0']) {
    const response = plain.response && { ...plain.response, httpVersion: version };
    expectFinding(on('MP-007', { ...plain, response }), 'MP-007', {
      verdict: 'warn',
      assertions: 2,
      breaches: [breach('part-without-length', lengthWhere(1), { bytes: 1 })],
    });
  }
  for (const version of ['2', 'HTTP/2.1.0']) {
    const response = plain.response && { ...plain.response, httpVersion: version };
    expectFinding(on('MP-007', { ...plain, response }), 'MP-007', {
      assertions: 1,
      remark: '1 part without Content-Length, which the transfer coding permits',
    });
  }
});

test('MP-007: a transfer coding permits parts without length', () => {
  expectFinding(on('MP-007', multipart(OCTETS, ['x', 'y'])), 'MP-007', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: '2 parts without Content-Length, which the transfer coding permits',
  });
});

const INSTANCE = 'http://server/studies/1.2/series/1.2.3.4/instances/';
const located = (location: string, content: Part['body'] = file([])): Part => ({
  headers: [
    ['Content-Type', DICOM],
    ['Content-Location', location],
  ],
  body: content,
});
const locationWhere = (part: number) => ({ kind: 'header', name: 'Content-Location', part }) as const;

test('MP-008: a part without location warns', () => {
  expectFinding(on('MP-008', multipart(DICOM, [file([])])), 'MP-008', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('part-without-location', locationWhere(0), {})],
  });
});

test('MP-008: the location of an instance is that of the part', () => {
  for (const end of ['', '/', '?x=y', '#f']) {
    expectFinding(on('MP-008', multipart(DICOM, [located(`${INSTANCE}1.2.3.4.5${end}`)])), 'MP-008', { assertions: 4 });
  }
  expectFinding(on('MP-008', multipart(DICOM, [located(`${INSTANCE}1.2.3.4.6`)])), 'MP-008', {
    verdict: 'fail',
    assertions: 4,
    breaches: [
      breach('part-location-of-another', locationWhere(0), {
        location: 'http://server/studies/1.2/series/1.2.3.4/instances/1.2.3.4.6',
        level: 'instance',
        expected: ['1.2.3.4.5'],
      }),
    ],
  });
});

test('MP-008: other locations are the choice of the server, and so is what cannot be read', () => {
  for (const location of ['/objects/7', `${INSTANCE}1..6`, `${INSTANCE}1.2.3.4.6/metadata`]) {
    expectFinding(on('MP-008', multipart(DICOM, [located(location)])), 'MP-008', { assertions: 3 });
  }
  const prefixed = Buffer.concat([Buffer.alloc(128), Buffer.from('DICM')]);
  for (const content of ['x', prefixed]) {
    expectFinding(on('MP-008', multipart(DICOM, [located(`${INSTANCE}1.6`, content)])), 'MP-008', { assertions: 3 });
  }
});

test('MP-008: two parts that share a location are a warning', () => {
  expectFinding(
    on('MP-008', multipart(DICOM, [located('/a'), located('/b'), located('/a'), located('/a')])),
    'MP-008',
    {
      verdict: 'warn',
      assertions: 12,
      breaches: [2, 3].map((part) => breach('part-location-shared', locationWhere(part), { location: '/a', other: 0 })),
    },
  );
});

const frames = (asked: string, ...locations: string[]) =>
  on(
    'MP-008',
    multipart(
      OCTETS,
      locations.map((location) => located(location, 'x')),
      { url: `${INSTANCE}1.2/frames/${asked}` },
    ),
  );

test('MP-008: the location of a frame is one of those that were asked for', () => {
  for (const asked of ['2,10', '2%2C10', '02,010', '2,10?accept=*']) {
    expectFinding(frames(asked, '/x/frames/10', '/x/frames/2'), 'MP-008', { assertions: 8 });
  }
  expectFinding(frames('2,10', '/x/frames/2', '/x/frames/1'), 'MP-008', {
    verdict: 'fail',
    assertions: 8,
    breaches: [
      breach('part-location-of-another', locationWhere(1), {
        location: '/x/frames/1',
        level: 'frame',
        expected: ['2', '10'],
      }),
    ],
  });
  expectFinding(frames('1', '/objects/7'), 'MP-008', { assertions: 3 });
  expectFinding(frames('0', '/x/frames/0'), 'MP-008', { assertions: 4 });
  assert.equal(frames('1,2', '/x/frames/1,3').verdict, 'fail');
  assert.equal(frames('1', '/x/frames/1/rendered').assertions, 3);
  const many = Array.from({ length: 12 }, (_, index) => index + 1).join(',');
  assert.deepEqual(
    frames(many, '/x/frames/99').breaches[0]?.parameters.expected,
    Array.from({ length: 10 }, (_, index) => `${index + 1}`),
  );
});

test('MP-008: no part is located in another study, series or instance than the one that was asked for', () => {
  const url = `${INSTANCE}1.2.3.4.5/bulkdata/1`;
  const at = (location: string) => on('MP-008', multipart(OCTETS, [located(location, 'x')], { url }));
  for (const location of [
    '/objects/7',
    url,
    `${url}/`,
    '/studies/1.2/bulkdata/9',
    '/x/instances/1.2.3.4.5?x=/series/1',
  ]) {
    expectFinding(at(location), 'MP-008', { assertions: 3 });
  }
  for (const location of [
    '/studies/1.20',
    '/studies/1.2/series/1.2.3/x',
    '/wado/instances/1.2.3.4.6/bulkdata/1',
    '/series/1#f',
  ]) {
    expectFinding(at(location), 'MP-008', {
      verdict: 'fail',
      assertions: 3,
      breaches: [
        breach('part-location-of-another', locationWhere(0), { location, level: 'resource', expected: [url] }),
      ],
    });
  }
  expectFinding(
    on('MP-008', multipart(OCTETS, [located(`${INSTANCE}1.6/frames/1`, 'x')], { url: `${INSTANCE}1.2/frames/1` })),
    'MP-008',
    {
      verdict: 'fail',
      assertions: 4,
      breaches: [
        breach('part-location-of-another', locationWhere(0), {
          location: 'http://server/studies/1.2/series/1.2.3.4/instances/1.6/frames/1',
          level: 'resource',
          expected: ['http://server/studies/1.2/series/1.2.3.4/instances/1.2/frames/1'],
        }),
      ],
    },
  );
});

const encoded = (encoding: string) =>
  on('MP-009', multipart(OCTETS, ['x', typed(OCTETS, ['Content-Transfer-Encoding', encoding])]));
const encodingWhere = { kind: 'header', name: 'Content-Transfer-Encoding', part: 1 } as const;

test('MP-009: binary changes nothing, 7bit and 8bit are not true, all others fail', () => {
  expectFinding(encoded('Binary'), 'MP-009', { assertions: 4 });
  for (const encoding of ['7bit', '8BIT']) {
    expectFinding(encoded(encoding), 'MP-009', {
      verdict: 'warn',
      assertions: 4,
      breaches: [breach('part-encoding-untrue', encodingWhere, { encoding })],
    });
  }
  for (const encoding of ['base64', 'quoted-printable', 'x-binary', 'binary2']) {
    expectFinding(encoded(encoding), 'MP-009', {
      verdict: 'fail',
      assertions: 4,
      breaches: [breach('part-in-mail-encoding', encodingWhere, { encoding })],
    });
  }
});

test('MP-009: base64 in the place of a DICOM file is noticed without the field', () => {
  const text = file([]).toString('base64');
  expectFinding(on('MP-009', multipart(DICOM, [file([]), text])), 'MP-009', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach(
        'part-in-base64',
        { kind: 'bytes', offset: 0, part: 1 },
        {},
        { offset: 0, expected: '', actual: '41 41 41 41 41 41 41 41 41 41 41 41 41 41 41 41' },
      ),
    ],
  });
  assert.equal(on('MP-009', multipart(DICOM, [text.replace(/(.{76})/g, '$1\r\n')])).verdict, 'fail');
});

test('MP-009: what is no base64, is short, or is no DICOM part passes', () => {
  expectFinding(on('MP-009', multipart(DICOM, ['AAA', 'AAAA!', '!AAAA', Buffer.alloc(300)])), 'MP-009', {
    assertions: 4,
  });
  expectFinding(on('MP-009', multipart(OCTETS, ['AAAA'])), 'MP-009', { assertions: 1 });
  const mostly = Buffer.alloc(5000, 'A');
  mostly[4500] = 0x21;
  assert.equal(on('MP-009', multipart(DICOM, [mostly])).verdict, 'fail');
});

test('MP-008: leading zeros of a frame number mean nothing, zeros within it do', () => {
  expectFinding(frames('1', '/x/frames/001'), 'MP-008', { assertions: 4 });
  assert.equal(frames('101', '/x/frames/11').verdict, 'fail');
});

test('MP-009: what only contains 7bit or 8bit is wrong once', () => {
  for (const encoding of ['x8bit', '7bits']) assert.equal(encoded(encoding).breachCount, 1, encoding);
});

test('MP-009: four characters of base64 are base64', () => {
  assert.equal(on('MP-009', multipart(DICOM, ['QUJD'])).verdict, 'fail');
});
