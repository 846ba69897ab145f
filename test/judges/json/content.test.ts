import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  decimalsKeepTheirNumber,
  emptyAttributesStayEmpty,
  gapsAreNull,
  inlineBytesAreKept,
  isMetadataRequest,
  namesKeepTheirGroups,
  sequencesKeepTheirItems,
  valuesAreNotJoined,
} from '../../../lib/judges/json/content.ts';
import { dicomJsonIsRight } from '../../../lib/judges/json/dicom-json.ts';
import { raw, seq, str, utf8 } from '../dicom-bytes.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, dataSet, json } from '../json-answers.ts';

const NOTHING = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;
const METADATA = { url: 'http://server/studies/1/metadata' };

test('JSON-011: numbers keep their value, whichever JSON type they have', () => {
  const stored = [anInstance([str('00200013', 'IS', '7'), str('00280030', 'DS', '1.10\\0.5')])];
  const answer = (number: unknown, ...spacing: unknown[]) =>
    json([dataSet({ '00200013': attribute('IS', number), '00280030': attribute('DS', ...spacing) })]);
  expectFinding(decimalsKeepTheirNumber(answer(7, '1.10', 0.5), stored), 'JSON-011', { assertions: 4 });
  expectFinding(decimalsKeepTheirNumber(answer(7, '1.10', 0.5)), 'JSON-011', { assertions: 2 });
  expectFinding(decimalsKeepTheirNumber(answer(8, 1.1, 0.5), stored), 'JSON-011', {
    verdict: 'fail',
    assertions: 4,
    breaches: [breach('value-differs', at('/0/00200013/Value/0'), { tag: '00200013', expected: '"7"', actual: '8' })],
  });
  expectFinding(decimalsKeepTheirNumber(answer(7, 1.1, 0.50000001), stored), 'JSON-011', {
    verdict: 'warn',
    assertions: 4,
    breaches: [
      breach('number-rounded', at('/0/00280030/Value/1'), {
        tag: '00280030',
        expected: '"1.1", "0.5"',
        actual: '1.1, 0.50000001',
      }),
    ],
  });
  expectFinding(decimalsKeepTheirNumber(answer(true, 1.1, 0.5)), 'JSON-011', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('json-decimal-no-number', at('/0/00200013/Value/0'), { tag: '00200013', vr: 'IS', value: 'true' }),
    ],
  });
  expectFinding(decimalsKeepTheirNumber(json([dataSet()]), stored), 'JSON-011', NOTHING);
  assert.equal(decimalsKeepTheirNumber(json([dataSet({ '00200013': attribute('IS') })])).assertions, 0);
  assert.equal(decimalsKeepTheirNumber(answer(7)).claim, 'keeps the numbers of DS, IS, SV and UV');
});

test('JSON-011: 64-bit integers are compared as well', () => {
  for (const [vr, write] of [
    ['SV', (buffer: Buffer) => buffer.writeBigInt64LE(-5n)],
    ['UV', (buffer: Buffer) => buffer.writeBigUInt64LE(5n)],
  ] as const) {
    const bytes = Buffer.alloc(8);
    write(bytes);
    const stored = [anInstance([str('00090010', 'LO', 'TEST'), raw('00091001', vr, bytes)])];
    const answer = (value: number) => json([dataSet({ '00091001': attribute(vr, value) })]);
    expectFinding(decimalsKeepTheirNumber(answer(vr === 'SV' ? -5 : 5), stored), 'JSON-011', { assertions: 2 });
    assert.equal(decimalsKeepTheirNumber(answer(6), stored).verdict, 'fail');
  }
});

test('JSON-014: names have the stored groups and no other', () => {
  const stored = [anInstance([str('00080005', 'CS', 'ISO_IR 192'), utf8('00100010', 'PN', '=山田^太郎=やまだ')])];
  const answer = (...names: unknown[]) => json([dataSet({ '00100010': attribute('PN', ...names) })]);
  const right = { Ideographic: '山田^太郎', Phonetic: 'やまだ' };
  expectFinding(namesKeepTheirGroups(answer(right), stored), 'JSON-014', { assertions: 2 });
  expectFinding(namesKeepTheirGroups(answer(right, null)), 'JSON-014', { assertions: 1 });
  const shifted = { Alphabetic: '山田^太郎', Ideographic: 'やまだ' };
  expectFinding(namesKeepTheirGroups(answer(shifted), stored), 'JSON-014', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('name-groups-differ', at('/0/00100010/Value/0'), {
        tag: '00100010',
        expected: '{"Ideographic":"山田^太郎","Phonetic":"やまだ"}',
        actual: '{"Alphabetic":"山田^太郎","Ideographic":"やまだ"}',
      }),
    ],
  });
  expectFinding(namesKeepTheirGroups(answer({ ...right, Alphabetic: '' }), stored), 'JSON-014', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('json-name-group-empty', at('/0/00100010/Value/0/Alphabetic'), { tag: '00100010' })],
  });
  expectFinding(namesKeepTheirGroups(answer({ Alphabetic: 'A=B' })), 'JSON-014', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('json-name-group-joined', at('/0/00100010/Value/0/Alphabetic'), { tag: '00100010', value: '"A=B"' }),
    ],
  });
  const { Ideographic } = right;
  expectFinding(namesKeepTheirGroups(answer({ Ideographic }), stored), 'JSON-014', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('name-groups-differ', at('/0/00100010/Value/0'), {
        tag: '00100010',
        expected: '{"Ideographic":"山田^太郎","Phonetic":"やまだ"}',
        actual: '{"Ideographic":"山田^太郎"}',
      }),
    ],
  });
  expectFinding(namesKeepTheirGroups(answer('A=B'), stored), 'JSON-014', NOTHING);
  expectFinding(namesKeepTheirGroups(json([dataSet({ '00100010': attribute('PN') })]), stored), 'JSON-014', NOTHING);
  const empty = [anInstance([str('00100010', 'PN', '')])];
  expectFinding(namesKeepTheirGroups(answer({ Alphabetic: 'A' }), empty), 'JSON-014', { assertions: 1 });
});

test('JSON-015: sequences keep their items, empty ones too', () => {
  const stored = [anInstance([seq('00400275', [[str('00400009', 'SH', 'x')], [], [str('00401001', 'SH', 'y')]])])];
  const answer = (...items: unknown[]) => json([dataSet({ '00400275': { vr: 'SQ', Value: items } })]);
  const [first, last] = [{ '00400009': attribute('SH', 'x') }, { '00401001': attribute('SH', 'y') }];
  expectFinding(sequencesKeepTheirItems(answer(first, {}, last), stored), 'JSON-015', { assertions: 2 });
  expectFinding(sequencesKeepTheirItems(answer(first, {})), 'JSON-015', { assertions: 1 });
  expectFinding(sequencesKeepTheirItems(answer(first, last), stored), 'JSON-015', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('value-count-differs', at('/0/00400275'), { tag: '00400275', expected: '3 items', actual: '2 items' }),
    ],
  });
  expectFinding(sequencesKeepTheirItems(answer(first, null, last), stored), 'JSON-015', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('json-item-no-object', at('/0/00400275/Value/1'), { tag: '00400275', value: 'null' })],
  });
  expectFinding(sequencesKeepTheirItems(json([dataSet({ '00400275': { vr: 'SQ' } })]), stored), 'JSON-015', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('value-lost', at('/0/00400275'), { tag: '00400275', expected: '3 items', actual: '0 items' })],
  });
  expectFinding(sequencesKeepTheirItems(json([dataSet()]), stored), 'JSON-015', NOTHING);
  expectFinding(sequencesKeepTheirItems(json([dataSet({ '00400275': { vr: 'SQ' } })])), 'JSON-015', NOTHING);
});

test('JSON-016: empty attributes stay, with their vr alone', () => {
  const stored = [anInstance([str('00080050', 'SH', ''), raw('00282000', 'OB', [])])];
  const answer = (accession: unknown, parts = {}) => json([dataSet(accession ? { '00080050': accession } : {})], parts);
  expectFinding(emptyAttributesStayEmpty(answer(attribute('SH')), stored), 'JSON-016', { assertions: 2 });
  expectFinding(emptyAttributesStayEmpty(answer(attribute('SH'), METADATA), stored), 'JSON-016', { assertions: 2 });
  expectFinding(emptyAttributesStayEmpty(answer(attribute('SH'))), 'JSON-016', { assertions: 1 });
  expectFinding(emptyAttributesStayEmpty(answer(attribute('SH', 'x')), stored), 'JSON-016', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('value-invented', at('/0/00080050'), { tag: '00080050', expected: 'no value', actual: '"x"' })],
  });
  expectFinding(emptyAttributesStayEmpty(answer({ vr: 'SH', Value: [] })), 'JSON-016', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('json-empty-written', at('/0/00080050/Value'), { tag: '00080050', form: '[]' })],
  });
  expectFinding(emptyAttributesStayEmpty(answer({ vr: 'SH', Value: [''] })), 'JSON-016', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('json-empty-written', at('/0/00080050/Value/0'), { tag: '00080050', form: '[""]' })],
  });
  expectFinding(emptyAttributesStayEmpty(answer(null, METADATA), stored), 'JSON-016', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('empty-attribute-left-out', at('/0/00080050'), { tag: '00080050' })],
  });
  const empty = anInstance([str('00291001', 'LO', '')]);
  assert.deepEqual(
    emptyAttributesStayEmpty(answer(null, METADATA), [empty]).breaches.map(({ code }) => code),
    ['empty-attribute-left-out'],
    'a private one as well',
  );
  expectFinding(emptyAttributesStayEmpty(answer(null), stored), 'JSON-016', NOTHING);
  const bulk = json([
    dataSet({
      '7FE00010': { vr: 'OW', BulkDataURI: 'http://s' },
      '00282000': { vr: 'OB', InlineBinary: 'AAAA' },
      '00091001': {},
    }),
  ]);
  expectFinding(emptyAttributesStayEmpty(bulk), 'JSON-016', NOTHING);
});

test('JSON-017: a gap among values is null', () => {
  const stored = [anInstance([str('00080008', 'CS', 'A\\\\B'), str('00081030', 'LO', 'one')])];
  const answer = (...values: unknown[]) =>
    json([dataSet({ '00080008': attribute('CS', ...values), '00081030': attribute('LO', 'one') })]);
  expectFinding(gapsAreNull(answer('A', null, 'B'), stored), 'JSON-017', { assertions: 2 });
  expectFinding(gapsAreNull(answer('A', null)), 'JSON-017', { assertions: 1 });
  expectFinding(gapsAreNull(answer('A', 'B')), 'JSON-017', NOTHING);
  expectFinding(gapsAreNull(answer(null)), 'JSON-017', NOTHING);
  expectFinding(gapsAreNull(answer('A', 'B'), stored), 'JSON-017', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('values-without-gaps', at('/0/00080008'), {
        tag: '00080008',
        expected: '"A", "", "B"',
        actual: '"A", "B"',
      }),
    ],
  });
  expectFinding(gapsAreNull(answer('A', '', 'B'), stored), 'JSON-017', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('json-gap-not-null', at('/0/00080008/Value/1'), { tag: '00080008', value: '""' })],
  });
  expectFinding(gapsAreNull(answer('A\\\\B'), stored), 'JSON-017', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the values are joined to one, as JSON-018 tells',
  });
  assert.equal(gapsAreNull(answer('C'), stored).verdict, 'fail');
  const other = json([dataSet({ '00080008': attribute('CS', 'A', null, 'B'), '00081030': attribute('LO', 'a', 'b') })]);
  expectFinding(gapsAreNull(other, stored), 'JSON-017', { assertions: 2 });
  assert.equal(gapsAreNull(answer('A', null, 'C'), stored).verdict, 'pass', 'another value is not its matter');
});

test('JSON-018: several values are several elements', () => {
  const stored = [
    anInstance([str('00080008', 'CS', 'A\\B'), str('00081030', 'LO', 'one'), str('00204000', 'LT', 'a\\b')]),
  ];
  const answer = (...values: unknown[]) => json([dataSet({ '00080008': attribute('CS', ...values) })]);
  expectFinding(valuesAreNotJoined(answer('A', 'B'), stored), 'JSON-018', { assertions: 2 });
  expectFinding(valuesAreNotJoined(answer('A', 'B')), 'JSON-018', { assertions: 1 });
  expectFinding(valuesAreNotJoined(answer('A')), 'JSON-018', NOTHING);
  expectFinding(valuesAreNotJoined(answer('A\\B'), stored), 'JSON-018', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('values-joined', at('/0/00080008/Value/0'), {
        tag: '00080008',
        expected: '["A","B"]',
        actual: '"A\\\\B"',
      }),
    ],
  });
  expectFinding(valuesAreNotJoined(answer('A'), stored), 'JSON-018', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('value-count-differs', at('/0/00080008'), { tag: '00080008', expected: '"A", "B"', actual: '"A"' }),
    ],
  });
  for (const vr of ['LT', 'ST', 'UT', 'UR']) {
    expectFinding(valuesAreNotJoined(json({ '00204000': attribute(vr, 'a\\b') })), 'JSON-018', NOTHING);
  }
  expectFinding(valuesAreNotJoined(json({ '00204000': attribute('LT', 'a', 'b') })), 'JSON-018', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('json-several-of-one', at('/00204000/Value'), { tag: '00204000', vr: 'LT' })],
  });
  expectFinding(valuesAreNotJoined(json({ '00400275': { vr: 'SQ', Value: [{}, {}] } })), 'JSON-018', NOTHING);
  expectFinding(valuesAreNotJoined(json({ x: { Value: ['a\\b'] } })), 'JSON-018', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('values-joined', at('/x/Value/0'), { tag: 'x', expected: '["a","b"]', actual: '"a\\\\b"' })],
  });
});

test('JSON-020: inline bytes are the stored ones', () => {
  const stored = [anInstance([raw('00282000', 'OB', [1, 2, 3, 4])])];
  const answer = (InlineBinary: string) => json([dataSet({ '00282000': { vr: 'OB', InlineBinary } })]);
  expectFinding(inlineBytesAreKept(answer('AQIDBA=='), stored), 'JSON-020', { assertions: 1 });
  expectFinding(inlineBytesAreKept(answer('AgEEAw=='), stored), 'JSON-020', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('inline-bytes-differ', at('/0/00282000/InlineBinary'), {
        tag: '00282000',
        expected: 'the 4 bytes that are stored',
        actual: '4 bytes, different from byte 0 on',
        how: 'swapped',
        same: 0,
        stored: 4,
        returned: 4,
      }),
    ],
  });
  expectFinding(inlineBytesAreKept(answer('AQIDBA==')), 'JSON-020', NOTHING);
  expectFinding(
    inlineBytesAreKept(json([dataSet({ '00282000': { vr: 'OB', BulkDataURI: 'http://s' } })]), stored),
    'JSON-020',
    NOTHING,
  );
});

test('a metadata request is told by its path', () => {
  const asked = (url: string) => isMetadataRequest(exchange({ url }));
  assert.equal(asked('http://s/studies/1/metadata'), true);
  assert.equal(asked('http://s/studies/1/metadata/?charset=utf-8'), true);
  assert.equal(asked('http://s/studies?x=/metadata'), false);
  assert.equal(asked('http://s/metadata/studies'), false);
  assert.equal(asked('no url'), false);
});

test('all 26 requirements are judged, in their order, with the stored instances', () => {
  const stored = [anInstance([str('00080050', 'SH', 'A1')])];
  const findings = dicomJsonIsRight(json([dataSet({ '00080050': attribute('SH') })], METADATA), stored);
  const ids = Array.from({ length: 26 }, (_, index) => `JSON-${String(index + 1).padStart(3, '0')}`);
  assert.deepEqual(
    findings.map(({ requirement }) => requirement),
    ids,
  );
  assert.equal(new Set(findings.map(({ claim }) => claim)).size, 26);
  assert.deepEqual(
    dicomJsonIsRight(json([]))
      .filter(({ verdict }) => verdict === 'pass')
      .map((f) => f.requirement),
    ['JSON-026'],
  );
});

test('JSON-014: only names have component groups, and only text is one', () => {
  expectFinding(namesKeepTheirGroups(json({ '00100020': attribute('LO', { Alphabetic: 'x' }) })), 'JSON-014', NOTHING);
  const sequence = [anInstance([seq('00400275', [[str('00400009', 'SH', 'x')]])])];
  const emptied = json([dataSet({ '00400275': { vr: 'SQ', Value: [{}] } })]);
  expectFinding(namesKeepTheirGroups(emptied, sequence), 'JSON-014', NOTHING);
  const stored = [anInstance([str('00080005', 'CS', 'ISO_IR 192'), utf8('00100010', 'PN', 'A=山=b')])];
  const name = (groups: unknown) => json([dataSet({ '00100010': attribute('PN', groups) })]);
  const turned = { Phonetic: 'b', Ideographic: '山', Alphabetic: 'A' };
  expectFinding(namesKeepTheirGroups(name(turned), stored), 'JSON-014', { assertions: 2 });
  const two = [anInstance([str('00080005', 'CS', 'ISO_IR 192'), utf8('00100010', 'PN', 'A=山')])];
  const odd = namesKeepTheirGroups(name({ Alphabetic: 'A', Ideographic: '山', Phonetic: 7 }), two);
  assert.equal(odd.breaches.filter(({ code }) => code === 'name-groups-differ').length, 0);
});

test('JSON-014: a name that is stored without value has no groups to keep', () => {
  const stored = [anInstance([str('00081070', 'PN', 'A\\\\B')])];
  const names = ['A', 'x', 'B'].map((Alphabetic) => ({ Alphabetic }));
  expectFinding(namesKeepTheirGroups(json([dataSet({ '00081070': attribute('PN', ...names) })]), stored), 'JSON-014', {
    assertions: 3,
  });
});

test('JSON-017 and -018: true is no gap, and items of a sequence are no values', () => {
  expectFinding(gapsAreNull(json({ '00080008': attribute('CS', 'A', true) })), 'JSON-017', NOTHING);
  const stored = [anInstance([seq('00400275', [[], []])])];
  const cut = json([dataSet({ '00400275': { vr: 'SQ', Value: [{}] } })]);
  expectFinding(valuesAreNotJoined(cut, stored), 'JSON-018', NOTHING);
});

test('what is nested deeper than the harness reads is not judged', () => {
  const { verdict, reason, remark } = decimalsKeepTheirNumber(json('['.repeat(300)));
  assert.deepEqual([verdict, reason], ['incomplete', 'over-limit']);
  assert.match(remark ?? '', /^the body cannot be read as JSON: nested deeper than the 256 levels/);
});
