import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { jsonBodyOf } from '../../../lib/answers/json/body.ts';
import { readDataSet } from '../../../lib/answers/json/data-set.ts';
import { asCoerced, coercedTags } from '../../../lib/answers/stored/coercion.ts';
import { storedAttributes } from '../../../lib/answers/stored/stored-attributes.ts';
import { readAll } from '../../../lib/bytes/byte-source.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { dicomJsonIsRight } from '../../../lib/judges/json/dicom-json.ts';
import { metadataHasEveryAttribute } from '../../../lib/judges/retrieve/metadata-attributes.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import { resultsHaveRequiredAttributes } from '../../../lib/judges/search/returned-attributes.ts';
import { seq, str } from '../../judges/dicom-bytes.ts';
import { exchange, failed } from '../../judges/exchanges.ts';
import { anInstance, attribute, DICOM_JSON, dataSet, json, STUDY } from '../../judges/json-answers.ts';

const ID = '00100020';
const STORED = anInstance(
  [str(ID, 'LO', 'ID1'), str('00200011', 'IS', '7'), seq('00400275', [[str('00400009', 'SH', 'A')]])],
  { name: 'one' },
);
const SEQUENCE = { vr: 'SQ', Value: [{ '00400009': attribute('SH', 'A') }] };
const original = (attributes: Record<string, unknown>) => ({
  '04000561': { vr: 'SQ', Value: [{ '04000550': { vr: 'SQ', Value: [attributes] } }] },
});
const AS_STORED = { [ID]: attribute('LO', 'ID1'), '00200011': attribute('IS', 7), '00400275': SEQUENCE };
const described = (...each: readonly Record<string, unknown>[]) =>
  json(each.map((attributes) => dataSet({ ...AS_STORED, ...attributes })));
const TRACED = { [ID]: attribute('LO', 'P9'), ...original({ [ID]: attribute('LO', 'ID1') }) };
const COERCED = described(TRACED);

function tags(answer: ReturnType<typeof json>): readonly string[] {
  const [first] = answer.response ? jsonBodyOf(answer.response).dataSets : [];
  assert.ok(first);
  return coercedTags(readDataSet(first.node, ''), STORED);
}

test('WADO-RS-033: what was coerced and kept as original is recorded', () => {
  const finding = metadataHasEveryAttribute(COERCED, [STORED]);
  assert.equal(finding.verdict, 'info');
  assert.equal(
    finding.remark,
    'changed, with the original value in Original Attributes Sequence: PatientID (0010,0020)',
  );
  const findings = dicomJsonIsRight(COERCED, [STORED]);
  assert.deepEqual(
    findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn'),
    [],
  );
});

test('WADO-RS-033: another value whose original was not kept, or is another one, fails', () => {
  for (const trace of [{}, original({ [ID]: attribute('LO', 'ID2') }), original({ '00100010': attribute('PN') })]) {
    const finding = metadataHasEveryAttribute(described({ [ID]: attribute('LO', 'P9'), ...trace }), [STORED]);
    assert.equal(finding.verdict, 'fail');
    const [found] = finding.breaches;
    assert.equal(found?.code, 'value-differs');
    assert.deepEqual([found.parameters.tag, found.parameters.expected], [ID, '"ID1"']);
  }
});

test('what was taken out, and a sequence that was changed, count as coerced as well', () => {
  assert.deepEqual(tags(COERCED), [ID]);
  assert.deepEqual(tags(described({})), []);
  assert.deepEqual(tags(described({ [ID]: undefined, ...original({ [ID]: attribute('LO', 'ID1') }) })), [ID]);
  const items = { vr: 'SQ', Value: [{ '00400009': attribute('SH', 'B') }] };
  const changed = described({ '00400275': items, ...original({ '00400275': SEQUENCE }) });
  assert.deepEqual(tags(changed), ['00400275']);
  const mentioned = original({ '00400275': { vr: 'SQ' } });
  assert.deepEqual(tags(described({ '00400275': items, ...mentioned })), ['00400275']);
  assert.deepEqual(tags(described({ [ID]: attribute('LO', 'P9'), '04000561': { vr: 'SQ', Value: [{}] } })), []);
  assert.equal(metadataHasEveryAttribute(changed, [STORED]).verdict, 'info');
  assert.equal(metadataHasEveryAttribute(described({ '00400275': items }), [STORED]).verdict, 'fail');
});

const STUDIES = { level: 'studies' } as const;
const result = (id: string) => json([{ '0020000D': attribute('UI', STUDY), [ID]: attribute('LO', id) }]);
const wrongIds = (id: string, metadata: Parameters<typeof asCoerced>[1]) => {
  const stored = asCoerced([STORED], metadata);
  const expected = expectedSearch(stored, STUDIES, [['StudyInstanceUID', STUDY]]);
  return resultsHaveRequiredAttributes(result(id), expected).breaches.filter(({ where }) => {
    return where.kind === 'json' && where.pointer.startsWith(`/0/${ID}`);
  });
};

test('QIDO-020: a search returns what metadata says it was coerced to', () => {
  assert.deepEqual(wrongIds('P9', [COERCED]), []);
  assert.deepEqual(
    wrongIds('ID1', [COERCED]).map(({ parameters }) => parameters.expected),
    ['"P9"'],
  );
});

test('QIDO-020: without metadata that says so nothing is coerced', () => {
  const untraced = described({ [ID]: attribute('LO', 'P9') });
  for (const metadata of [[], [untraced], [exchange({ status: 404 })], [failed('reset', 'x')], [json('[')]]) {
    assert.equal(wrongIds('P9', metadata).length, 1);
    assert.deepEqual(wrongIds('ID1', metadata), []);
  }
});

test('the whole of a coerced attribute is taken over, sequences and what was emptied included', () => {
  const kept = original({ [ID]: attribute('LO', 'ID1'), '00400275': SEQUENCE });
  const items = { vr: 'SQ', Value: [{ '00400009': attribute('SH', 'B'), '00400007': { vr: 'LO' }, '00400008': {} }] };
  const [held] = asCoerced([STORED], [described({ [ID]: { vr: 'LO' }, '00400275': items, ...kept })]);
  assert.ok(held);
  const attributes = storedAttributes(held.dataSet);
  const id = attributes.get(ID);
  assert.deepEqual([id?.vr, id?.values, id?.isEmpty], ['LO', [], true]);
  const sequence = attributes.get('00400275');
  assert.equal(sequence?.items.length, 1);
  const [item] = sequence.items;
  const [step, description] = [item?.get('00400009'), item?.get('00400007')];
  assert.deepEqual([step?.tag, step?.vr, step?.values, step?.isEmpty], ['00400009', 'SH', ['B'], false]);
  assert.deepEqual([description?.vr, description?.values, description?.isEmpty], ['LO', [], true]);
  assert.equal(item?.get('00400008')?.vr, 'UN');
  assert.deepEqual(attributes.get('00200011')?.values, [7], 'what was not coerced stays');
});

test('only what has another value, and its original beside it, is coerced', () => {
  const [held] = asCoerced([STORED], [described({ ...original({ [ID]: attribute('LO', 'ID1') }) })]);
  assert.deepEqual(tags(described({ ...original({ [ID]: attribute('LO', 'ID1') }) })), []);
  assert.deepEqual(storedAttributes(held?.dataSet ?? STORED.dataSet).get(ID)?.values, ['ID1']);
  const beside = described({
    ...{ [ID]: attribute('LO', 'P9'), '00200011': attribute('IS', 8), '00280010': attribute('US', 4) },
    ...original({ [ID]: attribute('LO', 'ID1') }),
  });
  const [one] = asCoerced([STORED], [beside]);
  assert.ok(one);
  const values = storedAttributes(one.dataSet);
  assert.deepEqual([values.get(ID)?.values, values.get('00200011')?.values], [['P9'], [7]]);
  assert.equal(values.has('00280010'), false);
  const another = asCoerced([{ ...STORED, instance: '1.2.3.9' }], [COERCED]);
  assert.deepEqual(storedAttributes(another[0]?.dataSet ?? STORED.dataSet).get(ID)?.values, ['ID1']);
});

test('an answer that failed, or is no metadata, tells of no coercion', () => {
  const response = COERCED.response;
  assert.ok(response);
  for (const metadata of [
    { ...COERCED, failure: { code: 'truncated', message: 'cut' } } as const,
    { ...COERCED, response: { ...response, status: 300 } },
    exchange({ headers: [['Content-Type', 'text/plain']], body: '04000561' }),
  ]) {
    const [held] = asCoerced([STORED], [metadata]);
    assert.equal(held, STORED);
  }
});

test('a coercion is told by any answer that traces it, in a content coding as well', () => {
  const idOf = (...metadata: readonly Exchange[]) => {
    const [held] = asCoerced([STORED], metadata);
    return held && storedAttributes(held.dataSet).get(ID)?.values;
  };
  for (const metadata of [[COERCED, described({})], [described(TRACED, {})]]) {
    assert.deepEqual(idOf(...metadata), ['P9']);
  }
  const body = COERCED.response?.body;
  assert.ok(body);
  const headers = [
    ['Content-Type', DICOM_JSON],
    ['Content-Encoding', 'gzip'],
  ] as const;
  assert.deepEqual(idOf(exchange({ headers, body: gzipSync(readAll(body)) })), ['P9']);
});
