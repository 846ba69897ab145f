import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { breach } from '../../../lib/breaches/breach.ts';
import { attributesAreInOrder, jsonIsLabelled, jsonIsUtf8, jsonIsWellFormed } from '../../../lib/judges/json/syntax.ts';
import { str, utf8 } from '../dicom-bytes.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, DICOM_JSON, dataSet, json } from '../json-answers.ts';

const NO_DATA_SET = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;

test('JSON-001: a well-formed body with a data set passes', () => {
  expectFinding(jsonIsWellFormed(json([dataSet()])), 'JSON-001', { assertions: 1 });
  expectFinding(jsonIsWellFormed(json(dataSet())), 'JSON-001', { assertions: 1 });
});

test('JSON-001: an answer without a data set shows nothing', () => {
  expectFinding(jsonIsWellFormed(json([])), 'JSON-001', {
    ...NO_DATA_SET,
    remark: 'no data set in the answer: 200, 2 bytes of "application/dicom+json"',
  });
  expectFinding(jsonIsWellFormed(json('')), 'JSON-001', {
    ...NO_DATA_SET,
    remark: 'no DICOM JSON in the answer: 200, no body',
  });
  expectFinding(jsonIsWellFormed(json('"text"')), 'JSON-001', {
    ...NO_DATA_SET,
    remark: 'no data set in the answer: 200, 6 bytes of "application/dicom+json"',
  });
  expectFinding(jsonIsWellFormed(exchange({ headers: [['Content-Type', 'text/html']], body: '<p>' })), 'JSON-001', {
    ...NO_DATA_SET,
    remark: 'no DICOM JSON in the answer: 200, 3 bytes of "text/html"',
  });
  expectFinding(jsonIsWellFormed(failed('reset', 'early')), 'JSON-001', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'X.1: reset, early',
  });
});

test('JSON-001: a label of JSON binds, other labels only with a success', () => {
  const html = json('<html>');
  expectFinding(jsonIsWellFormed(html), 'JSON-001', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('json-malformed', { kind: 'bytes', offset: 0 }, { message: '"<" is no value', offset: 0 })],
  });
  for (const type of ['application/json', 'application/fhir+json', 'text/plain', 'nonsense']) {
    const labelled = json([dataSet()], { headers: [['Content-Type', type]] });
    assert.equal(jsonIsWellFormed(labelled).verdict, 'pass', type);
    const refused = json({ message: 'no' }, { status: 400, headers: [['Content-Type', type]] });
    assert.equal(jsonIsWellFormed(refused).verdict, 'incomplete', type);
  }
  assert.equal(jsonIsWellFormed(json(' \r\n\t[{}]', { headers: [] })).verdict, 'pass');
  assert.equal(jsonIsWellFormed(json('\ufeff{}', { headers: [] })).verdict, 'pass');
  assert.equal(jsonIsWellFormed(json(dataSet(), { status: 409 })).verdict, 'pass');
  assert.equal(jsonIsWellFormed(json('{', { headers: [['Content-Type', 'application/json']] })).verdict, 'fail');
  assert.equal(jsonIsWellFormed(json('x', { headers: [['Content-Type', 'application/jsonp']] })).verdict, 'incomplete');
});

test('JSON-001: repeated names, NaN and control characters fail where they stand', () => {
  const text = '[{"00080018":{"vr":"UI"},"00080018":{"vr":"UI","Value":[NaN,"\u0001"]}}]';
  expectFinding(jsonIsWellFormed(json(text)), 'JSON-001', {
    verdict: 'fail',
    assertions: 4,
    breaches: [
      breach('json-member-repeated', at('/0/00080018'), { message: 'the name "00080018" occurs again' }),
      breach('json-number-non-finite', at('/0/00080018/Value/0'), { message: 'NaN is no JSON number' }),
      breach(
        'json-control-character',
        { kind: 'bytes', offset: 61 },
        { message: 'the character 1 stands unescaped in a string' },
      ),
    ],
  });
});

test('JSON-001 and -002: bounds of the harness and content codings are not held against the server', () => {
  const deep = json(`${'['.repeat(300)}`);
  for (const judge of [jsonIsWellFormed, jsonIsUtf8]) {
    const { verdict, reason, remark } = judge(deep);
    assert.deepEqual(
      [verdict, reason, remark],
      ['incomplete', 'over-limit', 'nested deeper than the 256 levels that the harness reads'],
    );
  }
  const coded = json('x', {
    headers: [
      ['Content-Type', DICOM_JSON],
      ['Content-Encoding', 'gzip'],
    ],
  });
  assert.equal(jsonIsWellFormed(coded).reason, 'prerequisite-failed');
  assert.match(jsonIsWellFormed(coded).remark ?? '', /^not gzip/);
  const zipped = exchange({
    headers: [
      ['Content-Type', DICOM_JSON],
      ['Content-Encoding', 'gzip'],
    ],
    body: gzipSync(JSON.stringify([dataSet()])),
  });
  assert.equal(jsonIsWellFormed(zipped).verdict, 'pass');
});

const LATIN = { verdict: 'fail', breachCount: 1 } as const;

test('JSON-002: UTF-8 without a mark passes, also when other syntax is wrong', () => {
  const finding = jsonIsUtf8(json([dataSet()]));
  expectFinding(finding, 'JSON-002', { assertions: 1 });
  assert.equal(finding.claim, 'sends JSON as UTF-8 with the stored characters');
  assert.equal(jsonIsUtf8(json('[NaN,{}]')).verdict, 'pass');
  expectFinding(jsonIsUtf8(json('[')), 'JSON-002', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the end of the text is no value',
  });
});

test('JSON-002: a byte order mark and other encodings fail', () => {
  expectFinding(jsonIsUtf8(json(`\ufeff${JSON.stringify([dataSet()])}`)), 'JSON-002', {
    ...LATIN,
    assertions: 2,
    breaches: [breach('json-byte-order-mark', { kind: 'bytes', offset: 0 }, {})],
  });
  const latin = exchange({ headers: [['Content-Type', DICOM_JSON]], body: Buffer.from('[{"ü":1}]', 'latin1') });
  expectFinding(jsonIsUtf8(latin), 'JSON-002', {
    ...LATIN,
    assertions: 2,
    breaches: [
      breach('json-not-utf8', { kind: 'bytes', offset: 3 }, { message: 'the byte FC begins no UTF-8 character here' }),
    ],
  });
});

test('JSON-002: characters beyond ASCII are compared with the stored ones', () => {
  const stored = [
    anInstance([
      str('00080005', 'CS', 'ISO_IR 192'),
      utf8('00100010', 'PN', 'Müller^Änne'),
      utf8('00081030', 'LO', 'plain'),
      utf8('0008103E', 'LO', 'Größe\\klein'),
    ]),
  ];
  const answer = (name: string, description: string[]) =>
    json([
      dataSet({
        '00100010': attribute('PN', { Alphabetic: name }),
        '00081030': attribute('LO', 'other'),
        '0008103E': attribute('LO', ...description),
      }),
    ]);
  expectFinding(jsonIsUtf8(answer('Müller^Änne', ['Größe', 'klein']), stored), 'JSON-002', { assertions: 3 });
  expectFinding(jsonIsUtf8(answer('MÃ¼ller^Ã„nne', ['Größe', 'klein']), stored), 'JSON-002', {
    verdict: 'fail',
    assertions: 3,
    breaches: [
      breach('value-characters-differ', at('/0/00100010/Value/0'), {
        tag: '00100010',
        expected: '"Müller^Änne"',
        actual: '{"Alphabetic":"MÃ¼ller^Ã„nne"}',
      }),
    ],
  });
  assert.equal(jsonIsUtf8(answer('Müller^Änne', ['Größe', 'groß']), stored).verdict, 'pass', 'ASCII is not its matter');
});

test('JSON-004: ascending names pass, the first one out of order is a warning', () => {
  expectFinding(attributesAreInOrder(json([dataSet()])), 'JSON-004', { assertions: 3 });
  const item = '{"00080060":{"vr":"CS"},"00080020":{"vr":"DA"}}';
  const text = `[{"00400275":{"vr":"SQ","Value":[${item}]},"20010010":{"vr":"LO"}}]`;
  expectFinding(attributesAreInOrder(json(text)), 'JSON-004', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach('json-attributes-unordered', at('/0/00400275/Value/0/00080020'), { tag: '00080020', before: '00080060' }),
    ],
  });
  expectFinding(attributesAreInOrder(json([{ '00080018': attribute('UI') }])), 'JSON-004', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  expectFinding(attributesAreInOrder(json('{x')), 'JSON-004', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the body cannot be read as JSON: "x" stands where a member name belongs at byte 1',
  });
  expectFinding(attributesAreInOrder(json('')), 'JSON-004', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'no DICOM JSON in the answer: 200, no body',
  });
});

test('JSON-026: the label is application/dicom+json, with UTF-8 or no charset', () => {
  const labelled = (type: string, parts = {}) =>
    jsonIsLabelled(json([dataSet()], { headers: [['Content-Type', type]], ...parts }));
  const where = { kind: 'header', name: 'Content-Type' } as const;
  expectFinding(labelled(DICOM_JSON), 'JSON-026', { assertions: 1 });
  expectFinding(labelled('Application/DICOM+JSON; charset=utf-8'), 'JSON-026', { assertions: 2 });
  expectFinding(labelled('application/dicom+json; charset="UTF8"'), 'JSON-026', { assertions: 2 });
  expectFinding(labelled('application/dicom+json; charset="ISO_IR 192"'), 'JSON-026', { assertions: 2 });
  expectFinding(labelled('application/json; charset=utf-8'), 'JSON-026', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('json-labelled-otherwise', where, { type: 'application/json' })],
  });
  expectFinding(labelled('text/json'), 'JSON-026', {
    verdict: 'fail',
    breaches: [breach('json-labelled-otherwise', where, { type: 'text/json' })],
  });
  const stored = (type: string) => {
    const answer = json([dataSet()], { headers: [['Content-Type', type]] });
    return jsonIsLabelled({ ...answer, request: { ...answer.request, method: 'POST' } });
  };
  expectFinding(stored(DICOM_JSON), 'JSON-026', { assertions: 1 });
  expectFinding(stored('text/json'), 'JSON-026', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the store response is labelled otherwise, as STOW-014 tells',
  });
  assert.equal(labelled('application/dicom+json; charset=utf-8x').verdict, 'fail');
  assert.equal(labelled('application/dicom+json; charset=x-utf-8').verdict, 'fail');
  expectFinding(labelled('application/dicom+json; charset=iso-8859-1'), 'JSON-026', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('json-charset-untrue', where, { charset: 'iso-8859-1' })],
  });
  expectFinding(jsonIsLabelled(json([dataSet()], { headers: [] })), 'JSON-026', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('json-labelled-otherwise', where, { type: null })],
  });
  const none = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;
  expectFinding(labelled(DICOM_JSON, { status: 404 }), 'JSON-026', {
    ...none,
    remark: `no DICOM JSON in the answer: 404, ${JSON.stringify([dataSet()]).length} bytes of "application/dicom+json"`,
  });
  expectFinding(jsonIsLabelled(exchange()), 'JSON-026', {
    ...none,
    remark: 'no DICOM JSON in the answer: 200, no body',
  });
  assert.equal(jsonIsLabelled(failed('timed-out', 'x')).reason, 'timed-out');
});

test('JSON-004: a repeated name is in order, which another duty forbids', () => {
  const twice = json('{"00100010":{"vr":"PN"},"00100010":{"vr":"PN"}}');
  expectFinding(attributesAreInOrder(twice), 'JSON-004', { assertions: 1 });
});
