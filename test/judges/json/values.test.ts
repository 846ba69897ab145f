import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOfUri } from '../../../lib/answers/resource-url.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  bulkDataUrisAreUsable,
  characterSetIsRecorded,
  paddingStaysBehind,
  privateAttributesHaveCreators,
  valuesKeepTheirFormat,
  vrsAreRight,
} from '../../../lib/judges/json/values.ts';
import { raw, seq, str, words } from '../dicom-bytes.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, dataSet, json } from '../json-answers.ts';

const NOTHING = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;

test('JSON-007: the vr of the dictionary is right', () => {
  const finding = vrsAreRight(json([dataSet({ '00100020': attribute('LO', 'x'), '00091001': attribute('LO', 'y') })]));
  expectFinding(finding, 'JSON-007', { assertions: 5 });
  assert.equal(finding.claim, 'gives each attribute its right vr');
  expectFinding(vrsAreRight(json([])), 'JSON-007', NOTHING);
});

for (const [tag, vr, verdict, expected] of [
  ['00100020', 'SH', 'fail', ['LO']],
  ['00100020', 'UN', 'warn', ['LO']],
  ['00081190', 'UT', 'warn', ['UR']],
  ['00081190', 'LO', 'fail', ['UR']],
  ['00100010', 'UT', 'fail', ['PN']],
  ['00280106', 'OW', 'fail', ['US', 'SS']],
  ['7FE00010', 'UT', 'fail', ['OB', 'OW']],
] as const) {
  test(`JSON-007: ${vr} for ${tag} is a ${verdict}`, () => {
    expectFinding(vrsAreRight(json({ [tag]: attribute(vr) })), 'JSON-007', {
      verdict,
      assertions: 1,
      breaches: [breach('json-vr-wrong', at(`/${tag}/vr`), { tag, vr, expected })],
    });
  });
}

test('JSON-007: what cannot be known is not judged', () => {
  const unknown = {
    '00091001': attribute('LO'),
    '00081FF1': attribute('XX'),
    x: attribute('LO'),
    '00100020': { vr: 7 },
  };
  expectFinding(vrsAreRight(json(unknown)), 'JSON-007', NOTHING);
  expectFinding(vrsAreRight(json({ '00100020': attribute('lo'), '00091000': attribute('LOX') })), 'JSON-007', NOTHING);
});

test('JSON-007: the stored vr settles a choice and private attributes', () => {
  const stored = [
    anInstance([
      words('00280106', 'SS', 5),
      words('7FE00010', 'OW', 1),
      str('00090010', 'LO', 'TEST'),
      str('00091001', 'SH', 'a'),
      raw('00091002', 'UN', [1, 2]),
      str('00100020', 'SH', 'id'),
    ]),
  ];
  const answer = (attributes: Record<string, unknown>) => vrsAreRight(json([dataSet(attributes)]), stored);
  expectFinding(
    answer({ '00280106': attribute('SS'), '7FE00010': attribute('OW'), '00091001': attribute('SH') }),
    'JSON-007',
    {
      assertions: 7,
    },
  );
  assert.equal(answer({ '00280106': attribute('US') }).verdict, 'fail');
  assert.deepEqual(answer({ '00280106': attribute('US') }).breaches[0]?.parameters.expected, ['SS']);
  assert.equal(answer({ '7FE00010': attribute('OB') }).verdict, 'warn', 'OB and OW are both legal for bytes');
  assert.equal(answer({ '00091001': attribute('LO') }).verdict, 'fail');
  assert.deepEqual(answer({ '00091001': attribute('LO') }).breaches[0]?.parameters.expected, ['SH']);
  assert.equal(answer({ '00091001': attribute('UN') }).verdict, 'warn');
  assert.equal(answer({ '00091002': attribute('LO') }).verdict, 'pass', 'a UN may be known to the server');
  assert.equal(answer({ '00100020': attribute('LO') }).verdict, 'pass', 'a wrong VR may be corrected');
  assert.equal(answer({ '00100020': attribute('SH') }).verdict, 'fail', 'the dictionary is right, not the source');
});

for (const [uri, kind] of [
  ['http://server/bulk', 'absolute'],
  ['HTTPS://server/bulk?a=b', 'absolute'],
  ['/bulk/1', 'relative'],
  ['../bulk/1', 'relative'],
  ['bulk', 'relative'],
  ['//other/bulk', 'relative'],
  ['file:///etc/passwd', 'unusable'],
  ['urn:oid:1.2', 'unusable'],
  ['http://', 'unusable'],
  ['http://a b', 'unusable'],
  ['http://server/<x>', 'unusable'],
  ['http://server/"x', 'unusable'],
  ['http://server/\u0000', 'unusable'],
  ['http://server\\x', 'unusable'],
  ['http://server/{x}', 'unusable'],
] as const) {
  test(`${JSON.stringify(uri)} is ${kind}`, () => {
    assert.equal(kindOfUri(uri, 'http://server/studies/1/metadata'), kind);
  });
}

test('JSON-021: absolute URIs pass, relative ones are a warning, others fail', () => {
  const bulk = (BulkDataURI: unknown) =>
    bulkDataUrisAreUsable(json([dataSet({ '7FE00010': { vr: 'OW', BulkDataURI } })]));
  expectFinding(bulk('http://server/b'), 'JSON-021', { assertions: 1 });
  const where = at('/0/7FE00010/BulkDataURI');
  expectFinding(bulk('/b'), 'JSON-021', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('json-bulk-data-uri-relative', where, { tag: '7FE00010', uri: '/b' })],
  });
  expectFinding(bulk('ftp://b'), 'JSON-021', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('json-bulk-data-uri-unusable', where, { tag: '7FE00010', uri: 'ftp://b' })],
  });
  for (const [uri, value] of [
    ['', '""'],
    [7, '7'],
  ] as const) {
    expectFinding(bulk(uri), 'JSON-021', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('json-bulk-data-uri-no-string', where, { tag: '7FE00010', value })],
    });
  }
  expectFinding(bulkDataUrisAreUsable(json([dataSet()])), 'JSON-021', NOTHING);
});

test('JSON-022: values in their format pass', () => {
  const nested = { '00400275': { vr: 'SQ', Value: [{ '00400009': attribute('SH', 'x') }] } };
  expectFinding(valuesKeepTheirFormat(json([dataSet({ ...nested, '00100030': attribute('DA') })])), 'JSON-022', {
    assertions: 5,
  });
  expectFinding(valuesKeepTheirFormat(json([])), 'JSON-022', NOTHING);
});

test('JSON-022: only what the source had right can be made wrong', () => {
  const answer = json([dataSet({ '00080020': attribute('DA', '2020-01-31') })]);
  const breaches = [
    breach('json-value-malformed', at('/0/00080020/Value/0'), { tag: '00080020', vr: 'DA', value: '"2020-01-31"' }),
  ];
  const right = [anInstance([str('00080020', 'DA', '20200131')])];
  expectFinding(valuesKeepTheirFormat(answer, right), 'JSON-022', { verdict: 'fail', assertions: 5, breaches });
  const wrong = [anInstance([str('00080020', 'DA', '2020-01-31')])];
  expectFinding(valuesKeepTheirFormat(answer, wrong), 'JSON-022', {
    verdict: 'info',
    assertions: 5,
    remark: '"2020-01-31" at /0/00080020/Value/0 is not a value in the format of DA, as stored',
  });
  expectFinding(valuesKeepTheirFormat(answer), 'JSON-022', {
    verdict: 'info',
    assertions: 5,
    remark: '"2020-01-31" at /0/00080020/Value/0 is not a value in the format of DA, source unknown',
  });
  const foreign = [anInstance([], { study: '9', series: '9.1', instance: '9.2' })];
  assert.equal(valuesKeepTheirFormat(answer, foreign).verdict, 'info');
  const without = [anInstance()];
  expectFinding(valuesKeepTheirFormat(answer, without), 'JSON-022', { verdict: 'fail', assertions: 5, breaches });
});

test('JSON-022: values joined to one string are left to JSON-018', () => {
  const answer = json([dataSet({ '00080008': attribute('CS', 'DERIVED\\SECONDARY\\OTHER') })]);
  const stored = [anInstance([str('00080008', 'CS', 'DERIVED\\SECONDARY\\OTHER')])];
  expectFinding(valuesKeepTheirFormat(answer, stored), 'JSON-022', { assertions: 4 });
});

test('JSON-023: NUL is a failure, trailing spaces are recorded', () => {
  const answer = (...values: unknown[]) =>
    paddingStaysBehind(json([dataSet({ '00100020': attribute('LO', ...values) })]));
  expectFinding(answer('x'), 'JSON-023', { assertions: 5 });
  expectFinding(answer('x', 'y\u0000'), 'JSON-023', {
    verdict: 'fail',
    assertions: 6,
    breaches: [breach('json-value-with-nul', at('/0/00100020/Value/1'), { tag: '00100020', value: 'y\u0000' })],
  });
  expectFinding(answer('x ', 'y '), 'JSON-023', {
    verdict: 'info',
    assertions: 7,
    remark: 'strings keep trailing spaces, first at /0/00100020/Value/0',
  });
  const name = json({ '00100010': attribute('PN', { Alphabetic: 'A', Phonetic: 'b\u0000', Other: 7 }, null) });
  expectFinding(paddingStaysBehind(name), 'JSON-023', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('json-value-with-nul', at('/00100010/Value/0'), { tag: '00100010', value: 'b\u0000' })],
  });
  expectFinding(paddingStaysBehind(json({ '00280010': attribute('US', 7) })), 'JSON-023', NOTHING);
});

test('JSON-024: a private attribute needs its creator in the same data set', () => {
  const creator = attribute('LO', 'ACME');
  const answer = (attributes: unknown) => privateAttributesHaveCreators(json([attributes]));
  expectFinding(answer({ '00091010': creator, '00090010': creator, '00091001': attribute('LO', 'x') }), 'JSON-024', {
    assertions: 2,
  });
  const orphan = (pointer: string) => ({
    verdict: 'fail' as const,
    breaches: [breach('json-private-without-creator', at(pointer), { tag: '00091101', creator: '00090011' })],
  });
  expectFinding(answer({ '00090010': creator, '00091101': attribute('LO') }), 'JSON-024', {
    ...orphan('/0/00091101'),
    assertions: 1,
  });
  const item = { '00091101': attribute('LO', 'x') };
  expectFinding(answer({ '00090011': creator, '00400275': { vr: 'SQ', Value: [item] } }), 'JSON-024', {
    ...orphan('/0/00400275/Value/0/00091101'),
    assertions: 1,
  });
  for (const empty of [attribute('LO'), attribute('LO', ''), attribute('LO', 7)]) {
    assert.equal(answer({ '00090011': empty, '00091101': attribute('LO') }).verdict, 'fail');
  }
  const noBlock = {
    '00100020': attribute('LO', 'x'),
    '00090001': attribute('LO'),
    '00090FFF': attribute('LO'),
    '0009xx01': attribute('LO'),
  };
  expectFinding(answer(noBlock), 'JSON-024', NOTHING);
});

test('JSON-024: an attribute that was stored without its creator is none of the server’s making', () => {
  const orphan = json([dataSet({ '00091101': attribute('LO', 'x') })]);
  const within = json([dataSet({ '00400275': { vr: 'SQ', Value: [{ '00091101': attribute('LO', 'x') }] } })]);
  const alone = anInstance([str('00091101', 'LO', 'x')]);
  const owned = anInstance([str('00090011', 'LO', 'ACME'), str('00091101', 'LO', 'x')]);
  expectFinding(privateAttributesHaveCreators(orphan, [alone]), 'JSON-024', NOTHING);
  assert.equal(privateAttributesHaveCreators(orphan, [owned]).verdict, 'fail');
  const nested = anInstance([seq('00400275', [[str('00091101', 'LO', 'x')]])]);
  expectFinding(privateAttributesHaveCreators(within, [nested]), 'JSON-024', NOTHING);
  assert.equal(privateAttributesHaveCreators(within, [owned]).verdict, 'fail');
});

test('JSON-025: the character set is recorded, and one that is neither stored nor ISO_IR 192 is named', () => {
  const latin = [anInstance([str('00080005', 'CS', 'ISO_IR 100')])];
  const answer = (...terms: unknown[]) => json([dataSet({ '00080005': attribute('CS', ...terms) })]);
  const info = (remark: string) => ({
    verdict: 'info' as const,
    assertions: 1,
    remark: `SpecificCharacterSet is ${remark}`,
  });
  expectFinding(characterSetIsRecorded(answer('ISO_IR 100'), latin), 'JSON-025', info('ISO_IR 100'));
  expectFinding(characterSetIsRecorded(answer('ISO_IR 192 '), latin), 'JSON-025', info('ISO_IR 192'));
  expectFinding(characterSetIsRecorded(json([dataSet()]), latin), 'JSON-025', info('absent'));
  expectFinding(characterSetIsRecorded(answer('GB18030')), 'JSON-025', info('GB18030'));
  expectFinding(characterSetIsRecorded(answer(), [anInstance([str('00080005', 'CS', '')])]), 'JSON-025', info('empty'));
  expectFinding(
    characterSetIsRecorded(answer('GB18030'), latin),
    'JSON-025',
    info('GB18030 where ISO_IR 100 was stored'),
  );
  const japanese = [anInstance([str('00080005', 'CS', '\\ISO 2022 IR 87')])];
  expectFinding(characterSetIsRecorded(answer(null, 'ISO 2022 IR 87'), japanese), 'JSON-025', info('\\ISO 2022 IR 87'));
  const both = json([dataSet(), dataSet({ '00080005': attribute('CS', 'ISO_IR 192') })]);
  const plain = [anInstance()];
  assert.equal(
    characterSetIsRecorded(json([dataSet({ '00080005': attribute('CS', 'ISO_IR 100') })]), plain).remark,
    'SpecificCharacterSet is ISO_IR 100 where none was stored',
  );
  assert.equal(characterSetIsRecorded(both).remark, 'SpecificCharacterSet is absent, ISO_IR 192');
  expectFinding(characterSetIsRecorded(json([])), 'JSON-025', NOTHING);
});

test('sequences do not lead the comparison astray', () => {
  const stored = [anInstance([seq('00400275', [[str('00400009', 'SH', 'x')]])])];
  const answer = json([dataSet({ '00400275': { vr: 'SQ', Value: [{ '00400009': attribute('LO', 'x') }] } })]);
  expectFinding(vrsAreRight(answer, stored), 'JSON-007', {
    verdict: 'fail',
    breaches: [
      breach('json-vr-wrong', at('/0/00400275/Value/0/00400009/vr'), { tag: '00400009', vr: 'LO', expected: ['SH'] }),
    ],
  });
});

test('JSON-007: pixels of up to eight bits may be bytes or words, whatever was stored', () => {
  const stored = [anInstance([raw('7FE00010', 'OB', [1, 2])])];
  const described = (vr: string, bits: number) =>
    vrsAreRight(json([dataSet({ '00280100': attribute('US', bits), '7FE00010': attribute(vr) })]), stored);
  for (const vr of ['OB', 'OW']) assert.equal(described(vr, 8).verdict, 'pass');
  assert.equal(described('UT', 8).verdict, 'fail');
  assert.equal(described('OW', 16).verdict, 'warn');
});

test('JSON-007: bytes for a VR that may be words are half right', () => {
  expectFinding(vrsAreRight(json({ '00283006': attribute('OB') })), 'JSON-007', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('json-vr-wrong', at('/00283006/vr'), { tag: '00283006', vr: 'OB', expected: ['US', 'OW'] })],
  });
});

test('JSON-007 and -024: what only contains a tag or a vr is none', () => {
  expectFinding(vrsAreRight(json({ '00100020': attribute('XLO') })), 'JSON-007', NOTHING);
  expectFinding(vrsAreRight(json({ '00100020': attribute('LOX') })), 'JSON-007', NOTHING);
  for (const name of ['00091101x', 'x00091101']) {
    expectFinding(privateAttributesHaveCreators(json({ [name]: attribute('LO') })), 'JSON-024', NOTHING);
  }
});

test('a URI is told by its own scheme', () => {
  const base = 'http://server/studies/1/metadata';
  assert.equal(kindOfUri('xhttp://server/a', base), 'unusable');
  assert.equal(kindOfUri('bulk?from=http://server/a', base), 'relative');
});
