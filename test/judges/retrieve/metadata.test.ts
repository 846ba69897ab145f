import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  metadataHasEachInstanceOnce,
  metadataHasNoFileMeta,
  metadataIsDicomJson,
  metadataIsRight,
  pixelDataIsReferenced,
} from '../../../lib/judges/retrieve/metadata.ts';
import { metadataHasEveryAttribute } from '../../../lib/judges/retrieve/metadata-attributes.ts';
import { encapsulated, raw, seq, str, words } from '../dicom-bytes.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding, findingOn } from '../expect.ts';
import { anInstance, at, attribute, DICOM_JSON, dataSet, INSTANCE, json } from '../json-answers.ts';
import { aProfile, deviating } from '../profiles.ts';

const OTHER = '1.2.3.4.6';
const ELEMENTS = [
  str('00080005', 'CS', 'ISO_IR 100'),
  str('00080050', 'SH', ''),
  str('00100020', 'LO', 'ID1'),
  words('7FE00010', 'OW', 1, 2),
];
const STORED = [anInstance(ELEMENTS, { name: 'one' }), anInstance(ELEMENTS, { instance: OTHER, name: 'two' })];
const ATTRIBUTES = {
  '00080050': attribute('SH'),
  '00100020': attribute('LO', 'ID1'),
  '7FE00010': { vr: 'OW', BulkDataURI: 'http://server/bulk' },
};
const ONE = dataSet(ATTRIBUTES);
const TWO = dataSet({ ...ATTRIBUTES, '00080018': attribute('UI', OTHER) });

const UNSTORED = {
  verdict: 'incomplete',
  reason: 'prerequisite-failed',
  assertions: 0,
  remark: 'no stored instance to compare with',
} as const;

const without = (body: Record<string, unknown>, ...tags: readonly string[]) =>
  Object.fromEntries(Object.entries(body).filter(([tag]) => !tags.includes(tag)));

test('right metadata passes everything', () => {
  const findings = metadataIsRight(json([TWO, ONE]), STORED, aProfile());
  assert.deepEqual(
    findings.map(({ requirement, verdict }) => [requirement, verdict]),
    ['WADO-RS-030', 'WADO-RS-031', 'WADO-RS-033', 'WADO-RS-034', 'WADO-RS-035', 'WADO-RS-036'].map((id) => [
      id,
      'pass',
    ]),
  );
  assert.equal(findingOn(findings, 'WADO-RS-030').claim, 'returns metadata of exactly 2 instances');
});

test('hollow answers pass nothing', () => {
  const answers = [
    json([]),
    json({}),
    json([{}]),
    exchange({ status: 404 }),
    exchange({ status: 204 }),
    exchange({ status: 200 }),
    exchange({ status: 500, body: 'oops' }),
    exchange({ body: '<html>', headers: [['Content-Type', 'text/html']] }),
    failed('reset', 'x'),
  ];
  for (const answer of answers) {
    const passed = metadataIsRight(answer, STORED).filter(({ verdict }) => verdict === 'pass');
    assert.deepEqual(passed, []);
  }
});

test('WADO-RS-030: each instance is described once', () => {
  expectFinding(metadataHasEachInstanceOnce(json([ONE, TWO]), STORED), 'WADO-RS-030', { assertions: 6 });
  expectFinding(metadataHasEachInstanceOnce(json([ONE]), STORED), 'WADO-RS-030', {
    verdict: 'fail',
    assertions: 5,
    breaches: [breach('metadata-lacks-instance', at(''), { instance: OTHER, name: 'two', count: 1 })],
  });
  expectFinding(metadataHasEachInstanceOnce(json([ONE, TWO, TWO]), STORED), 'WADO-RS-030', {
    verdict: 'fail',
    assertions: 7,
    breaches: [breach('metadata-repeats-instance', at(''), { instance: OTHER, name: 'two', count: 2 })],
  });
  const foreign = dataSet({ '00080018': attribute('UI', '9.9') });
  expectFinding(metadataHasEachInstanceOnce(json([ONE, TWO, foreign, {}]), STORED), 'WADO-RS-030', {
    verdict: 'fail',
    assertions: 8,
    breaches: [
      breach('metadata-of-foreign-instance', at('/2'), { instance: '9.9' }),
      breach('metadata-without-instance-uid', at('/3'), {}),
    ],
  });
});

test('WADO-RS-030: the answer is 200 with an array', () => {
  expectFinding(metadataHasEachInstanceOnce(exchange({ status: 404, reason: 'Not Found' }), STORED), 'WADO-RS-030', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('metadata-not-retrieved', { kind: 'status' }, { status: 404, expected: ['200'] })],
  });
  expectFinding(metadataHasEachInstanceOnce(exchange(), STORED), 'WADO-RS-030', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('metadata-not-json', { kind: 'exchange' }, { type: null, bytes: 0 })],
  });
  const [first] = STORED;
  assert.ok(first);
  expectFinding(metadataHasEachInstanceOnce(json(ONE), [first]), 'WADO-RS-030', {
    verdict: 'fail',
    assertions: 5,
    breaches: [
      breach('metadata-not-a-list', at(''), {
        seen: '{"00080016":{"vr":"UI","Value":["1.2.840.10008.5.1.4.1.1.7"]},"00080018":{"vr":"UI","Value":["1.2.3.4.5"]},"00080050":{"…',
      }),
    ],
  });
  expectFinding(metadataHasEachInstanceOnce(json('[x'), STORED), 'WADO-RS-030', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 2,
    remark: 'the body cannot be read as JSON: "x" is no value at byte 1',
  });
  expectFinding(metadataHasEachInstanceOnce(json([ONE, TWO]), []), 'WADO-RS-030', {
    verdict: 'fail',
    assertions: 4,
    remark: 'no stored instance to compare with',
    breaches: [
      breach('metadata-of-foreign-instance', at('/0'), { instance: INSTANCE }),
      breach('metadata-of-foreign-instance', at('/1'), { instance: OTHER }),
    ],
  });
  assert.equal(metadataHasEachInstanceOnce(failed('timed-out', 'x'), STORED).reason, 'timed-out');
});

test('WADO-RS-031: the media type is application/dicom+json', () => {
  const labelled = (type: string) => metadataIsDicomJson(json([ONE], { headers: [['Content-Type', type]] }));
  const where = { kind: 'header', name: 'Content-Type' } as const;
  expectFinding(labelled(DICOM_JSON), 'WADO-RS-031', { assertions: 1 });
  expectFinding(labelled('application/json'), 'WADO-RS-031', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('json-labelled-otherwise', where, { type: 'application/json' })],
  });
  expectFinding(labelled('text/html'), 'WADO-RS-031', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('json-labelled-otherwise', where, { type: 'text/html' })],
  });
  expectFinding(metadataIsDicomJson(json([ONE], { headers: [] })), 'WADO-RS-031', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('json-labelled-otherwise', where, { type: null })],
  });
  expectFinding(metadataIsDicomJson(json([])), 'WADO-RS-031', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'no attribute in the answer',
  });
  for (const [answer, seen] of [
    [exchange({ status: 404 }), '404, no body'],
    [exchange(), '200, no body'],
    [json([ONE], { status: 406 }), `406, ${JSON.stringify([ONE]).length} bytes of "application/dicom+json"`],
  ] as const) {
    expectFinding(metadataIsDicomJson(answer), 'WADO-RS-031', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: `no metadata: ${seen}`,
    });
  }
  assert.equal(metadataIsDicomJson(json('[broken')).verdict, 'pass', 'the label is right, whatever the text');
  assert.equal(metadataIsDicomJson(failed('reset', 'x')).reason, 'prerequisite-failed');
});

test('WADO-RS-033: every attribute is there with its value', () => {
  const finding = metadataHasEveryAttribute(json([ONE, TWO]), STORED);
  expectFinding(finding, 'WADO-RS-033', { assertions: 28 });
  assert.equal(finding.claim, 'returns every attribute with its stored value');
  const changed = { ...ONE, '00100020': attribute('LO', 'ID2') };
  expectFinding(metadataHasEveryAttribute(json([changed, TWO]), STORED), 'WADO-RS-033', {
    verdict: 'fail',
    assertions: 28,
    breaches: [
      breach('value-differs', at('/0/00100020/Value/0'), { tag: '00100020', expected: '"ID1"', actual: '"ID2"' }),
    ],
  });
  const missing = without(ONE, '00100020', '00080050', '7FE00010');
  expectFinding(metadataHasEveryAttribute(json([missing, TWO]), STORED), 'WADO-RS-033', {
    verdict: 'fail',
    assertions: 24,
    breaches: [
      breach('metadata-lacks-empty-attribute', at('/0/00080050'), { tag: '00080050', vr: 'SH' }),
      breach('metadata-lacks-attribute', at('/0/00100020'), { tag: '00100020', vr: 'LO' }),
    ],
  });
  const invented = { ...ONE, '00080050': attribute('SH', 'x') };
  assert.equal(metadataHasEveryAttribute(json([invented, TWO]), STORED).verdict, 'fail');
  const lost = { ...ONE, '00100020': attribute('LO') };
  assert.equal(metadataHasEveryAttribute(json([lost, TWO]), STORED).verdict, 'fail');
});

test('WADO-RS-033: attributes of items count as well', () => {
  const stored = [anInstance([seq('00400275', [[str('00400009', 'SH', 'a'), str('00401001', 'SH', 'b')]])])];
  const answer = (item: unknown) => json([dataSet({ '00400275': { vr: 'SQ', Value: [item] } })]);
  const full = { '00400009': attribute('SH', 'a'), '00401001': attribute('SH', 'b') };
  assert.equal(metadataHasEveryAttribute(answer(full), stored).verdict, 'pass');
  expectFinding(metadataHasEveryAttribute(answer({ '00400009': attribute('SH', 'x') }), stored), 'WADO-RS-033', {
    verdict: 'fail',
    assertions: 12,
    breaches: [
      breach('value-differs', at('/0/00400275/Value/0/00400009/Value/0'), {
        tag: '00400009',
        expected: '"a"',
        actual: '"x"',
      }),
      breach('metadata-lacks-attribute', at('/0/00400275/Value/0/00401001'), { tag: '00401001', vr: 'SH' }),
    ],
  });
});

for (const [kind, write, wrong] of [
  ['gaps', str('00080008', 'CS', 'A\\\\B'), attribute('CS', 'A', 'B')],
  ['count', str('00080008', 'CS', 'A\\B'), attribute('CS', 'A')],
  ['characters', str('00080008', 'CS', 'Aü'), attribute('CS', 'AÃ¼')],
  ['bytes', raw('00282000', 'OB', [1, 2]), { vr: 'OB', InlineBinary: 'AgE=' }],
] as const) {
  test(`WADO-RS-033: a difference of ${kind} fails`, () => {
    const tag = kind === 'bytes' ? '00282000' : '00080008';
    assert.equal(metadataHasEveryAttribute(json([dataSet({ [tag]: wrong })]), [anInstance([write])]).verdict, 'fail');
  });
}

test('WADO-RS-033: values that are all there in one string are left to JSON-018', () => {
  const stored = [anInstance([str('00080008', 'CS', 'A\\B')])];
  const answer = json([dataSet({ '00080008': attribute('CS', 'A\\B') })]);
  assert.equal(metadataHasEveryAttribute(answer, stored).verdict, 'pass');
});

test('WADO-RS-033: a number that is merely rounded is a warning', () => {
  const stored = [anInstance([str('00280030', 'DS', '0.5')])];
  const finding = metadataHasEveryAttribute(json([dataSet({ '00280030': attribute('DS', 0.50000001) })]), stored);
  assert.equal(finding.verdict, 'warn');
});

test('WADO-RS-033: additions are a warning, apart from the traces of coercion and character sets', () => {
  const added = (tag: string) => metadataHasEveryAttribute(json([{ ...ONE, [tag]: attribute('UI') }, TWO]), STORED);
  expectFinding(added('00081190'), 'WADO-RS-033', {
    verdict: 'warn',
    assertions: 29,
    breaches: [breach('metadata-adds-attribute', at('/0/00081190'), { tag: '00081190', name: 'one' })],
  });
  for (const tag of ['00080005', '04000561', '00020010', '00080000']) assert.equal(added(tag).verdict, 'pass', tag);
});

test('WADO-RS-033: what a profile documents excuses binary attributes and nothing else', () => {
  const stored = [
    anInstance([raw('00282000', 'OB', [1, 2]), raw('00091001', 'UN', [1, 2]), str('00100020', 'LO', 'x')]),
  ];
  const profile = deviating('WADO-RS-033', 'Binary attributes are dropped');
  const answer = json([dataSet({ '00100020': attribute('LO', 'x') })]);
  expectFinding(metadataHasEveryAttribute(answer, stored, profile), 'WADO-RS-033', {
    verdict: 'info',
    assertions: 11,
    remark: 'Binary attributes are dropped: (0009,1001), ICCProfile (0028,2000) left out',
  });
  assert.equal(metadataHasEveryAttribute(answer, stored, deviating('WADO-RS-030')).verdict, 'fail');
  assert.deepEqual(
    metadataHasEveryAttribute(answer, stored).breaches.map(({ code, parameters }) => [code, parameters]),
    [
      ['metadata-lacks-private-attribute', { tag: '00091001', vr: 'UN', isEmpty: false }],
      ['metadata-lacks-binary-attribute', { tag: '00282000', vr: 'OB' }],
    ],
  );
  assert.equal(metadataHasEveryAttribute(json([dataSet()]), stored, profile).verdict, 'fail');
  const wrong = json([dataSet({ '00100020': attribute('LO', 'y') })]);
  assert.equal(metadataHasEveryAttribute(wrong, stored, profile).verdict, 'fail');
});

test('WADO-RS-034: group 0002 is a warning, wherever it stands', () => {
  expectFinding(metadataHasNoFileMeta(json([ONE, TWO]), STORED), 'WADO-RS-034', { assertions: 14 });
  expectFinding(metadataHasNoFileMeta(json([{ '00020010': attribute('UI', '1.2'), ...ONE }]), STORED), 'WADO-RS-034', {
    verdict: 'warn',
    assertions: 8,
    breaches: [breach('metadata-has-file-meta', at('/0/00020010'), { tag: '00020010' })],
  });
  expectFinding(metadataHasNoFileMeta(json([ONE]), []), 'WADO-RS-034', UNSTORED);
  expectFinding(metadataHasNoFileMeta(exchange({ status: 404 }), STORED), 'WADO-RS-034', {
    ...UNSTORED,
    remark: 'no metadata: 404, no body',
  });
});

test('WADO-RS-035: pixel data is a reference', () => {
  const pixels = (attribute7: unknown) =>
    json([{ ...without(ONE, '7FE00010'), ...(attribute7 ? { '7FE00010': attribute7 } : {}) }]);
  const judged = (attribute7: unknown) => pixelDataIsReferenced(pixels(attribute7), STORED);
  const tag = '7FE00010';
  expectFinding(judged({ vr: 'OW', BulkDataURI: 'http://x' }), 'WADO-RS-035', { assertions: 1 });
  expectFinding(judged({ vr: 'OW', InlineBinary: 'AQACAA==' }), 'WADO-RS-035', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('metadata-holds-pixel-data', at('/0/7FE00010'), { tag })],
  });
  expectFinding(judged({ vr: 'OW' }), 'WADO-RS-035', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('metadata-names-pixel-data', at('/0/7FE00010'), { tag })],
  });
  expectFinding(judged(null), 'WADO-RS-035', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('metadata-lacks-pixel-data', at('/0'), { tag })],
  });
  expectFinding(judged(attribute('OW', 1, 2)), 'WADO-RS-035', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'PixelData (7FE0,0010) is written as values',
  });
  expectFinding(judged({ vr: 'OW', BulkDataURI: 7 }), 'WADO-RS-035', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('json-bulk-data-uri-no-string', at('/0/7FE00010/BulkDataURI'), { tag, value: '7' })],
  });
});

test('WADO-RS-035: only instances with pixel data count, and a documented absence is recorded', () => {
  expectFinding(pixelDataIsReferenced(json([dataSet()]), [anInstance()]), 'WADO-RS-035', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  expectFinding(pixelDataIsReferenced(json([dataSet()]), [anInstance([raw('7FE00010', 'OB', [])])]), 'WADO-RS-035', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  const [without7] = [json([without(ONE, '7FE00010'), without(TWO, '7FE00010')])];
  expectFinding(pixelDataIsReferenced(without7, STORED, deviating('WADO-RS-035', 'No pixel data')), 'WADO-RS-035', {
    verdict: 'info',
    assertions: 1,
    remark: 'No pixel data: pixel data left out of 2 data sets',
  });
  const held = json([{ ...ONE, '7FE00010': { vr: 'OW', InlineBinary: 'AQACAA==' } }]);
  assert.equal(pixelDataIsReferenced(held, STORED, deviating('WADO-RS-035')).verdict, 'warn');
  const compressed = [anInstance([encapsulated(Buffer.of(1, 2))])];
  expectFinding(pixelDataIsReferenced(json([ONE]), compressed), 'WADO-RS-035', { assertions: 1 });
  const floats = [anInstance([raw('7FE00008', 'OF', [0, 0, 0, 0])])];
  const answer = json([dataSet({ '7FE00008': { vr: 'OF', BulkDataURI: 'http://x' } })]);
  expectFinding(pixelDataIsReferenced(answer, floats), 'WADO-RS-035', { assertions: 1 });
});
