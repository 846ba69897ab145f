import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { breach } from '../../../lib/breaches/breach.ts';
import { framesAre, returnsFrames } from '../../../lib/judges/retrieve/frames.ts';
import { EXPLICIT, encapsulated, file, J2K, JPEG_XL, RLE, raw, shape, stored, str } from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart, multipartBody, OCTETS } from '../exchanges.ts';
import { expectFinding, findingOn } from '../expect.ts';
import { rleFrame } from '../rle-bytes.ts';

const single = stored(file([...shape(1, 4), raw('7FE00010', 'OW', [1, 2, 3, 4])]), 'single');
const several = stored(
  file([...shape(1, 2), str('00280008', 'IS', '3'), raw('7FE00010', 'OW', [1, 2, 3, 4, 5, 6])]),
  'several',
);
const octets = (...bytes: number[]) => Uint8Array.from(bytes);

test('one frame has four findings, a list five', () => {
  const one = framesAre(multipart(OCTETS, [octets(1, 2, 3, 4)]), single, [1]);
  assert.deepEqual(
    one.map(({ requirement, verdict, assertions, claim }) => [requirement, verdict, assertions, claim]),
    [
      ['WADO-RS-040', 'pass', 4, 'returns the named frames as octet-stream parts'],
      ['WADO-RS-041', 'pass', 1, 'counts frames from 1'],
      ['WADO-RS-045', 'pass', 1, 'sends exactly the native bytes of each frame'],
      ['WADO-RS-048', 'pass', 1, 'pairs media type and transfer syntax by the table'],
    ],
  );
  const list = framesAre(multipart(OCTETS, [octets(1, 2), octets(5, 6)]), several, [1, 3]);
  assert.deepEqual(
    list.map(({ requirement, verdict, assertions }) => [requirement, verdict, assertions]),
    [
      ['WADO-RS-040', 'pass', 5],
      ['WADO-RS-041', 'pass', 2],
      ['WADO-RS-042', 'pass', 2],
      ['WADO-RS-045', 'pass', 2],
      ['WADO-RS-048', 'pass', 2],
    ],
  );
  assert.equal(list[2]?.claim, 'keeps the order of the frame list');
});

test('WADO-RS-040: status, count and media types', () => {
  const where = { kind: 'header', name: 'Content-Type' } as const;
  expectFinding(returnsFrames(exchange({ status: 404 }), [1]), 'WADO-RS-040', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('frames-not-retrieved', { kind: 'status' }, { status: 404, expected: ['200'] })],
  });
  expectFinding(returnsFrames(multipart(OCTETS, [octets(1)]), [1, 2]), 'WADO-RS-040', {
    verdict: 'fail',
    assertions: 4,
    breaches: [breach('frames-missing', { kind: 'exchange' }, { asked: 2, returned: 1 })],
  });
  expectFinding(returnsFrames(multipart(OCTETS, [octets(1), octets(2)]), [1]), 'WADO-RS-040', {
    verdict: 'fail',
    assertions: 5,
    breaches: [breach('frames-too-many', { kind: 'exchange' }, { asked: 1, returned: 2 })],
  });
  assert.deepEqual(returnsFrames(exchange({ body: 'x' }), [1]).breaches[0]?.parameters, { type: null });
  const picture = { headers: [['Content-Type', 'image/jpeg']], body: 'x' } as const;
  expectFinding(returnsFrames(multipart(OCTETS, [picture]), [1]), 'WADO-RS-040', {
    verdict: 'fail',
    assertions: 4,
    breaches: [breach('frame-part-media-type', { ...where, part: 0 }, { type: 'image/jpeg' })],
  });
  const mixed = multipart(OCTETS, [octets(1)], { headers: [['Content-Type', 'multipart/mixed; boundary=b']] });
  expectFinding(returnsFrames(mixed, [1]), 'WADO-RS-040', {
    verdict: 'fail',
    assertions: 4,
    breaches: [breach('frames-media-type', where, { type: 'multipart/mixed; boundary=b' })],
  });
});

test('WADO-RS-040: one frame may be the whole body where that was asked for', () => {
  const answer = (accept: string, type: string) =>
    exchange({ requestHeaders: [['Accept', accept]], headers: [['Content-Type', type]], body: 'x' });
  expectFinding(returnsFrames(answer(OCTETS, OCTETS), [1]), 'WADO-RS-040', { assertions: 4 });
  assert.equal(returnsFrames(answer('*/*', OCTETS), [1]).verdict, 'fail');
  assert.equal(returnsFrames(answer(OCTETS, 'image/jpeg'), [1]).verdict, 'fail');
});

test('WADO-RS-040: content codings are undone, broken ones leave it unjudged', () => {
  const headers = [
    ['Content-Type', `multipart/related; type="${OCTETS}"; boundary=b`],
    ['Content-Encoding', 'gzip'],
  ] as const;
  const body = multipartBody([{ headers: [['Content-Type', OCTETS]], body: octets(1, 2, 3, 4) }]);
  for (const finding of framesAre(exchange({ headers, body: gzipSync(body) }), single, [1])) {
    assert.equal(finding.verdict, 'pass', finding.requirement);
  }
  assert.equal(returnsFrames(exchange({ headers, body }), [1]).reason, 'prerequisite-failed');
});

test('WADO-RS-041: a neighbour in the place of a frame was counted from 0, or from 2', () => {
  const on = (asked: number, ...body: number[]) =>
    findingOn(framesAre(multipart(OCTETS, [octets(...body)]), several, [asked]), 'WADO-RS-041');
  for (const [asked, body, returned] of [
    [1, [3, 4], 2],
    [2, [1, 2], 1],
    [3, [3, 4], 2],
  ] as const) {
    expectFinding(on(asked, ...body), 'WADO-RS-041', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('frames-counted-otherwise', { kind: 'part', part: 0 }, { asked, returned })],
    });
  }
  for (const [asked, body] of [
    [1, [5, 6]],
    [1, [9, 9]],
    [3, [1, 2]],
  ] as const) {
    expectFinding(on(asked, ...body), 'WADO-RS-041', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: `the part for frame ${asked} is none of the stored frames`,
    });
  }
});

test('WADO-RS-041: of equal neighbours either is right', () => {
  const equal = stored(file([...shape(1, 2), str('00280008', 'IS', '2'), raw('7FE00010', 'OW', [1, 2, 1, 2])]));
  assert.equal(findingOn(framesAre(multipart(OCTETS, [octets(1, 2)]), equal, [2]), 'WADO-RS-041').verdict, 'pass');
});

test('WADO-RS-042: parts in another order are named', () => {
  const finding = findingOn(framesAre(multipart(OCTETS, [octets(5, 6), octets(1, 2)]), several, [1, 3]), 'WADO-RS-042');
  expectFinding(finding, 'WADO-RS-042', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('frames-in-another-order', { kind: 'part', part: 0 }, { asked: 1, returned: 3 }),
      breach('frames-in-another-order', { kind: 'part', part: 1 }, { asked: 3, returned: 1 }),
    ],
  });
});

test('WADO-RS-045: every byte counts, and no byte more', () => {
  const on = (...body: number[]) =>
    findingOn(framesAre(multipart(OCTETS, [octets(...body)]), single, [1]), 'WADO-RS-045');
  expectFinding(on(1, 2, 9, 4), 'WADO-RS-045', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach(
        'frame-bytes-changed',
        { kind: 'bytes', offset: 2, part: 0 },
        { frame: 1, name: 'single', stored: 4, returned: 4, how: 'some', same: 2 },
        { offset: 2, expected: '03 04', actual: '09 04' },
      ),
    ],
  });
  for (const [code, body, offset] of [
    ['frame-too-long', [1, 2, 3, 4, 0], 4],
    ['frame-cut-short', [1, 2, 3], 3],
  ] as const) {
    const [seen] = on(...body).breaches;
    assert.deepEqual([seen?.code, seen?.where], [code, { kind: 'bytes', offset, part: 0 }]);
    assert.deepEqual([seen?.parameters.stored, seen?.parameters.returned], [4, body.length]);
  }
});

test('WADO-RS-045: a whole file in the place of a frame is told as that', () => {
  const finding = findingOn(framesAre(multipart(OCTETS, [file([])]), single, [1]), 'WADO-RS-045');
  assert.deepEqual([finding.verdict, finding.breaches[0]?.code], ['fail', 'frame-sent-as-file']);
});

test('WADO-RS-045: one byte of padding may follow an odd-sized frame', () => {
  const odd = stored(file([...shape(1, 3), raw('7FE00010', 'OW', [1, 2, 3, 0])]));
  const on = (...body: number[]) =>
    findingOn(framesAre(multipart(OCTETS, [octets(...body)]), odd, [1]), 'WADO-RS-045').verdict;
  assert.deepEqual([on(1, 2, 3), on(1, 2, 3, 0), on(1, 2, 3, 9), on(1, 2, 3, 0, 0)], ['pass', 'pass', 'fail', 'fail']);
});

test('WADO-RS-045: a frame without a part is not compared', () => {
  const finding = findingOn(framesAre(multipart(OCTETS, [octets(1, 2)]), several, [1, 2]), 'WADO-RS-045');
  expectFinding(finding, 'WADO-RS-045', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 1,
    remark: 'there is no part for frame 2',
  });
});

test('a frame that was never stored is not compared', () => {
  const finding = findingOn(framesAre(multipart(OCTETS, [octets(1)]), single, [2]), 'WADO-RS-045');
  expectFinding(finding, 'WADO-RS-045', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'single has no frame 2 to compare with: frame 2 was asked for, there are 1',
  });
});

test('compressed instances have no native bytes to compare with', () => {
  const compressed = stored(file([...shape(1, 2), encapsulated(Buffer.of(1, 2))], JPEG_XL), 'jxl');
  for (const id of ['WADO-RS-041', 'WADO-RS-045']) {
    expectFinding(findingOn(framesAre(multipart(OCTETS, ['x']), compressed, [1]), id), id, {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark: `jxl is stored as JPEG XL Lossless (${JPEG_XL})`,
    });
  }
});

const pair = (type: string) => findingOn(framesAre(multipart(type, ['x']), single, [1]), 'WADO-RS-048');

test('WADO-RS-048: pairs of the table pass', () => {
  const uid = (end: string) => `1.2.840.10008.1.2${end}`;
  for (const [type, ends] of Object.entries({
    [OCTETS]: ['.1', '.1.98'],
    'image/jpeg': ['.4.70', '.4.50', '.4.51', '.4.57'],
    'image/dicom-rle': ['.5'],
    'image/jls': ['.4.80', '.4.81'],
    'image/jp2': ['.4.90', '.4.91'],
    'image/jpx': ['.4.92', '.4.93'],
    'image/jphc': ['.4.201', '.4.202', '.4.203'],
    'image/jxl': ['.4.110', '.4.111', '.4.112'],
    'video/mpeg': ['.4.100', '.4.100.1', '.4.101', '.4.101.1'],
    'video/mp4': ['.4.102', '.4.102.1', '.4.103', '.4.104', '.4.105', '.4.106', '.4.106.1'],
    'video/H265': ['.4.107', '.4.108'],
  })) {
    expectFinding(pair(type), 'WADO-RS-048', { assertions: 1 });
    for (const end of ends)
      expectFinding(pair(`${type}; transfer-syntax=${uid(end)}`), 'WADO-RS-048', { assertions: 2 });
  }
});

test('WADO-RS-048: other pairs fail, other types are judged where they were asked for', () => {
  const where = { kind: 'header', name: 'Content-Type', part: 0 } as const;
  const wrong = `image/jp2; transfer-syntax=${EXPLICIT}`;
  expectFinding(pair(wrong), 'WADO-RS-048', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('part-transfer-syntax-unlisted', where, { type: 'image/jp2', transferSyntax: EXPLICIT })],
  });
  const unjudged = { verdict: 'incomplete', reason: 'prerequisite-failed', assertions: 0 } as const;
  const remark = 'no transfer syntax belongs to a part of type';
  expectFinding(pair(DICOM), 'WADO-RS-048', { ...unjudged, remark: `${remark} "application/dicom"` });
  const untyped = findingOn(framesAre(multipart(OCTETS, [{ body: 'x' }]), single, [1]), 'WADO-RS-048');
  expectFinding(untyped, 'WADO-RS-048', { ...unjudged, remark: `${remark} unknown` });
});

test('without an answer no frame is judged', () => {
  for (const finding of framesAre(failed('reset', 'gone'), several, [1, 2])) {
    expectFinding(finding, finding.requirement, {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'X.1: reset, gone',
    });
  }
});

test('WADO-RS-040: one acceptable type among several permits the whole body, of that type only', () => {
  const answer = (type: string) =>
    returnsFrames(
      exchange({
        requestHeaders: [['Accept', `image/jpeg, ${OCTETS}`]],
        headers: [['Content-Type', type]],
        body: 'x',
      }),
      [1],
    );
  expectFinding(answer(OCTETS), 'WADO-RS-040', { assertions: 4 });
  assert.deepEqual(
    answer('image/jpeg').breaches.map(({ code }) => code),
    ['frames-media-type', 'frame-part-media-type'],
  );
});

test('WADO-RS-041: the last frame is a neighbour, and a padded frame is itself', () => {
  const last = findingOn(framesAre(multipart(OCTETS, [octets(5, 6)]), several, [2]), 'WADO-RS-041');
  assert.deepEqual([last.verdict, last.breaches[0]?.parameters.returned], ['fail', 3]);
  const odd = stored(file([...shape(1, 3), raw('7FE00010', 'OW', [1, 2, 3, 0])]));
  const padded = findingOn(framesAre(multipart(OCTETS, [octets(1, 2, 3, 0)]), odd, [1]), 'WADO-RS-041');
  expectFinding(padded, 'WADO-RS-041', { assertions: 1 });
});

test('an instance without pixel data has no frame to compare with', () => {
  const finding = findingOn(framesAre(multipart(OCTETS, ['x']), stored(file([]), 'report'), [1]), 'WADO-RS-045');
  expectFinding(finding, 'WADO-RS-045', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'report has no frame 1 to compare with: the data set has no pixel data',
  });
});

test('WADO-RS-040: 406 for what was stored compressed is no breach; it is one for native pixels', () => {
  const packed = stored(file([...shape(1, 4), encapsulated(octets(1, 2))], J2K));
  assert.equal(returnsFrames(exchange({ status: 406 }), [1], packed).reason, 'not-exercised');
  assert.equal(returnsFrames(exchange({ status: 404 }), [1], packed).verdict, 'fail');
  assert.equal(returnsFrames(exchange({ status: 406 }), [1], single).verdict, 'fail');
});

test('frames in a multipart body without a boundary parameter are judged by their own bytes', () => {
  const unlabelled = (body: Uint8Array, contentType = 'multipart/related') =>
    exchange({
      headers: [['Content-Type', contentType]],
      body: multipartBody([{ headers: [['Content-Type', OCTETS]], body }], 'BOUNDARY_1'),
    });
  const verdicts = framesAre(unlabelled(octets(1, 2, 3, 4)), single, [1]).map(({ verdict }) => verdict);
  assert.deepEqual(verdicts, ['pass', 'pass', 'pass', 'pass']);
  const changed = findingOn(framesAre(unlabelled(octets(1, 2, 9, 4)), single, [1]), 'WADO-RS-045');
  assert.equal(changed.breaches[0]?.code, 'frame-bytes-changed');
  const singlePart = findingOn(framesAre(unlabelled(octets(1, 2, 3, 4), OCTETS), single, [1]), 'WADO-RS-045');
  assert.equal(singlePart.breaches[0]?.code, 'frame-too-long');
});

test('WADO-RS-042: a frame that is not stored is no other frame', () => {
  const answer = multipart(OCTETS, [octets(9, 9), octets(1, 2)]);
  const finding = findingOn(framesAre(answer, several, [1, 9]), 'WADO-RS-042');
  assert.deepEqual([finding.verdict, finding.assertions], ['incomplete', 0]);
  assert.match(
    finding.remark ?? '',
    /several has no frame 9 to compare with.*the part for frame 1 is none of the stored/,
  );
});

test('frames of what was stored as RLE Lossless are compared with what it decodes to', () => {
  // Two pixels of three samples: each segment holds one sample of all pixels.
  const segments = [
    [1, 1, 2],
    [1, 3, 4],
    [1, 5, 6],
  ];
  const pixels = [...shape(1, 2, 3), str('00280004', 'CS', 'RGB'), encapsulated(rleFrame(segments))];
  const packed = stored(file(pixels, RLE), 'packed');
  const told = (...body: number[]) =>
    framesAre(multipart(OCTETS, [octets(...body)]), packed, [1]).map(({ verdict, breaches: [first] }) =>
      [verdict, first?.code].filter(Boolean).join(' '),
    );
  const right = ['pass', 'pass', 'pass', 'pass'];
  assert.deepEqual(told(1, 3, 5, 2, 4, 6), right, 'by pixel');
  assert.deepEqual(told(1, 2, 3, 4, 5, 6), right, 'by plane');
  assert.deepEqual(told(1, 3, 5, 2, 4, 9), ['pass', 'incomplete', 'fail frame-bytes-changed', 'pass']);
  assert.deepEqual(told(7, 7, 7, 7, 7, 7, 7), ['pass', 'incomplete', 'fail frame-too-long', 'pass']);
  const rubbish = stored(file([...shape(1, 2), encapsulated(octets(1, 2))], RLE), 'rubbish');
  const untold = findingOn(framesAre(multipart(OCTETS, [octets(1, 2)]), rubbish, [1]), 'WADO-RS-045');
  assert.deepEqual([untold.verdict, untold.reason], ['incomplete', 'not-exercised']);
});
