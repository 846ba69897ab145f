import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach, type SeenBreach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  attributesAreNamedByTag,
  attributesHaveOneHolder,
  attributeTagsAreEightDigits,
  bulkDataOnlyForItsVrs,
  everyAttributeHasVr,
  groupLengthsAreLeftOut,
  inlineBinaryIsBase64,
  namesAreObjects,
  numbersAreNumbers,
  textValuesAreStrings,
} from '../../../lib/judges/json/shape.ts';
import type { Finding } from '../../../lib/results/finding.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, dataSet, json } from '../json-answers.ts';

interface Case {
  readonly judge: (exchange: Exchange) => Finding;
  readonly requirement: string;
  /** Attributes beside those of the identity, and how many assertions all of them make. */
  readonly good: Record<string, unknown>;
  readonly assertions: number;
  readonly bad: Record<string, unknown>;
  readonly badAssertions: number;
  readonly verdict?: 'fail' | 'warn';
  readonly what: string;
  readonly breach: SeenBreach;
}

const NESTED = { '00400275': { vr: 'SQ', Value: [{ '00400009': attribute('SH', 'x') }] } };

const CASES: readonly Case[] = [
  {
    judge: attributesAreNamedByTag,
    requirement: 'JSON-003',
    good: NESTED,
    assertions: 6,
    bad: { '00400275': { vr: 'SQ', Value: [{ '0040000a': attribute('SH', 'x') }] } },
    badAssertions: 6,
    what: 'a tag as eight upper-case hexadecimal digits',
    breach: breach('json-name-no-tag', at('/0/00400275/Value/0/0040000a'), { name: '0040000a' }),
  },
  {
    judge: groupLengthsAreLeftOut,
    requirement: 'JSON-005',
    good: NESTED,
    assertions: 6,
    bad: { '00080000': attribute('UL', 120) },
    badAssertions: 5,
    what: 'no group length element',
    breach: breach('json-group-length', at('/0/00080000'), { tag: '00080000' }),
  },
  {
    judge: everyAttributeHasVr,
    requirement: 'JSON-006',
    good: NESTED,
    assertions: 6,
    bad: { '00100020': attribute('lo', 'x') },
    badAssertions: 5,
    what: 'a VR of Table F.2.3-1',
    breach: breach('json-vr-unknown', at('/0/00100020/vr'), { tag: '00100020', vr: 'lo' }),
  },
  {
    judge: everyAttributeHasVr,
    requirement: 'JSON-006',
    good: {},
    assertions: 4,
    bad: { '00100020': { Value: ['x'] } },
    badAssertions: 5,
    what: 'an attribute object with a vr member',
    breach: breach('json-vr-missing', at('/0/00100020'), { tag: '00100020', value: '{"Value":["x"]}' }),
  },
  {
    judge: attributesHaveOneHolder,
    requirement: 'JSON-008',
    good: NESTED,
    assertions: 6,
    bad: { '00100020': { vr: 'LO', Value: 'x' } },
    badAssertions: 5,
    what: 'an array as Value',
    breach: breach('json-value-no-array', at('/0/00100020/Value'), { tag: '00100020', value: '"x"' }),
  },
  {
    judge: attributesHaveOneHolder,
    requirement: 'JSON-008',
    good: {},
    assertions: 4,
    bad: { '00100020': { vr: 'LO', Value: ['x'], name: 'PatientID' } },
    badAssertions: 5,
    verdict: 'warn',
    what: 'no members but vr and one holder',
    breach: breach('json-unknown-member', at('/0/00100020/name'), { tag: '00100020', member: 'name', instead: false }),
  },
  {
    judge: textValuesAreStrings,
    requirement: 'JSON-009',
    good: { '00100020': attribute('LO', 'x'), '00280010': attribute('US', 3), '00100030': attribute('DA') },
    assertions: 5,
    bad: { '00200010': attribute('SH', 1) },
    badAssertions: 5,
    what: 'a JSON string for SH',
    breach: breach('json-text-no-string', at('/0/00200010/Value/0'), { tag: '00200010', vr: 'SH', value: '1' }),
  },
  {
    judge: numbersAreNumbers,
    requirement: 'JSON-010',
    good: { '00280010': attribute('US', 3), '00280011': attribute('US') },
    assertions: 1,
    bad: { '00280010': attribute('US', '3'), '00280011': attribute('US', 3) },
    badAssertions: 2,
    what: 'a JSON number for US',
    breach: breach('json-number-no-number', at('/0/00280010/Value/0'), { tag: '00280010', vr: 'US', value: '"3"' }),
  },
  {
    judge: textValuesAreStrings,
    requirement: 'JSON-009',
    good: { '00280009': attribute('AT', '00181063') },
    assertions: 5,
    bad: { '00280009': attribute('AT', 1581155) },
    badAssertions: 5,
    what: 'a tag and not a number',
    breach: breach('json-attribute-tag-malformed', at('/0/00280009/Value/0'), {
      ...{ tag: '00280009', vr: 'AT', value: '1581155' },
    }),
  },
  {
    judge: attributeTagsAreEightDigits,
    requirement: 'JSON-012',
    good: { '00280009': attribute('AT', '00181063') },
    assertions: 1,
    bad: { '00280009': attribute('AT', '(0018,1063)') },
    badAssertions: 1,
    what: 'a tag as eight upper-case hexadecimal digits',
    breach: breach('json-attribute-tag-malformed', at('/0/00280009/Value/0'), {
      tag: '00280009',
      vr: 'AT',
      value: '"(0018,1063)"',
    }),
  },
  {
    judge: namesAreObjects,
    requirement: 'JSON-013',
    good: { '00100010': attribute('PN', { Alphabetic: 'A^B' }), '00080090': attribute('PN') },
    assertions: 1,
    bad: { '00100010': attribute('PN', 'A^B') },
    badAssertions: 1,
    what: 'an object of Alphabetic, Ideographic and Phonetic',
    breach: breach('json-name-no-object', at('/0/00100010/Value/0'), { tag: '00100010', value: '"A^B"' }),
  },
  {
    judge: inlineBinaryIsBase64,
    requirement: 'JSON-019',
    good: { '00282000': { vr: 'OB', InlineBinary: 'AAAA' }, '00281201': { vr: 'OW', BulkDataURI: 'http://s/b' } },
    assertions: 1,
    bad: { '00281201': attribute('OW', 1, 2) },
    badAssertions: 1,
    what: 'no Value for OW',
    breach: breach('json-binary-as-values', at('/0/00281201/Value'), { tag: '00281201', vr: 'OW' }),
  },
  {
    judge: inlineBinaryIsBase64,
    requirement: 'JSON-019',
    good: { '00282000': { vr: 'OB', InlineBinary: '+/+/' } },
    assertions: 1,
    bad: { '00282000': { vr: 'OB', InlineBinary: '-_-_' } },
    badAssertions: 1,
    verdict: 'warn',
    what: 'base64 in the standard alphabet (RFC 4648 §4)',
    breach: breach('json-inline-other-alphabet', at('/0/00282000/InlineBinary'), { tag: '00282000' }),
  },
  {
    judge: bulkDataOnlyForItsVrs,
    requirement: 'WADO-RS-036',
    good: { '7FE00010': { vr: 'OW', BulkDataURI: 'http://s/b' } },
    assertions: 1,
    bad: { '00100020': { vr: 'LO', BulkDataURI: 'http://s/b' } },
    badAssertions: 1,
    what: 'no BulkDataURI for LO',
    breach: breach('json-bulk-data-not-allowed', at('/0/00100020/BulkDataURI'), { tag: '00100020', vr: 'LO' }),
  },
];

for (const { judge, requirement, good, assertions, bad, badAssertions, verdict = 'fail', ...rest } of CASES) {
  test(`${requirement}: ${rest.what}`, () => {
    expectFinding(judge(json([dataSet(good)])), requirement, { assertions });
    expectFinding(judge(json([dataSet(bad)])), requirement, {
      verdict,
      assertions: badAssertions,
      breaches: [rest.breach],
    });
    expectFinding(judge(json([])), requirement, { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 });
  });
}

const TEXT_VRS = {
  AE: 'A',
  AS: '001Y',
  AT: '00080018',
  CS: 'A',
  DA: '20200101',
  DT: '2020',
  LO: 'a',
  LT: 'a',
  SH: 'a',
  ST: 'a',
  TM: '12',
  UC: 'a',
  UI: '1.2',
  UR: '/',
  UT: 'a',
};

for (const [vr, value] of Object.entries(TEXT_VRS)) {
  test(`JSON-009 covers ${vr}`, () => {
    const only = (...values: unknown[]) => textValuesAreStrings(json({ '00091001': attribute(vr, ...values) }));
    expectFinding(only(value), 'JSON-009', { assertions: 1 });
    assert.equal(only(7).verdict, 'fail');
    assert.equal(only().assertions, 0);
    assert.equal(numbersAreNumbers(json({ '00091001': attribute(vr, value) })).assertions, 0);
  });
}

for (const vr of ['FD', 'FL', 'SL', 'SS', 'UL', 'US']) {
  test(`JSON-010 covers ${vr}`, () => {
    expectFinding(numbersAreNumbers(json({ '00091001': attribute(vr, 7) })), 'JSON-010', { assertions: 1 });
    assert.equal(numbersAreNumbers(json({ '00091001': attribute(vr, '7') })).verdict, 'fail');
    assert.equal(textValuesAreStrings(json({ '00091001': attribute(vr, 7) })).assertions, 0);
  });
}

test('the claims are sentences of their own', () => {
  const claims = CASES.map(({ judge }) => judge(json([])).claim);
  assert.deepEqual(
    [...new Set(claims)],
    [
      'names each attribute by its tag',
      'leaves group lengths out',
      'gives each attribute its vr',
      'holds the content of each attribute in one member',
      'writes values of text VRs as JSON strings',
      'writes values of number VRs as JSON numbers',
      'writes AT values as eight hexadecimal digits',
      'writes names as objects of component groups',
      'writes inline bytes as one base64 string',
      'replaces by BulkDataURI only values of VRs that allow it',
    ],
  );
});

test('a body of one object has pointers without an index', () => {
  const finding = textValuesAreStrings(json(dataSet({ '00200010': attribute('SH', 1) })));
  assert.deepEqual(finding.breaches[0]?.where, at('/00200010/Value/0'));
});

test('elements of an array that are no data sets are passed over', () => {
  const finding = everyAttributeHasVr(json([null, 'x', dataSet()]));
  expectFinding(finding, 'JSON-006', { assertions: 4 });
});

test('each wrong form of an attribute is told by its kind', () => {
  const tag = '00100010';
  const of = (more: object) => ({ tag, ...more });
  for (const [judge, written, seen] of [
    [
      attributesHaveOneHolder,
      { vr: 'OB', BulkDataURI: 'http://x', InlineBinary: 'AAAA' },
      breach('json-two-holders', at(`/0/${tag}`), { tag }),
    ],
    [
      attributesHaveOneHolder,
      { vr: 'LO', Value: 'x' },
      breach('json-value-no-array', at(`/0/${tag}/Value`), { tag, value: '"x"' }),
    ],
    [
      namesAreObjects,
      attribute('PN', { Alphabetic: 7 }),
      breach('json-name-group-no-string', at(`/0/${tag}/Value/0/Alphabetic`), { tag, value: '7' }),
    ],
    [
      namesAreObjects,
      attribute('PN', ...Array(11).fill({ Alphabetic: 'A' }), { Alphabetic: 7 }),
      breach('json-name-group-no-string', at(`/0/${tag}/Value/11/Alphabetic`), { tag, value: '7' }),
    ],
    [
      namesAreObjects,
      attribute('PN', 'Doe^Jane'),
      breach('json-name-no-object', at(`/0/${tag}/Value/0`), { tag, value: '"Doe^Jane"' }),
    ],
    [
      inlineBinaryIsBase64,
      { vr: 'LO', InlineBinary: 'AAAA' },
      breach('json-inline-not-allowed', at(`/0/${tag}/InlineBinary`), { tag, vr: 'LO' }),
    ],
    [
      inlineBinaryIsBase64,
      { vr: 'OB', InlineBinary: '***' },
      breach('json-inline-no-base64', at(`/0/${tag}/InlineBinary`), { tag, vr: 'OB', value: '"***"' }),
    ],
  ] as const) {
    const [first] = judge(json([dataSet({ [tag]: written })])).breaches;
    assert.deepEqual([first?.code, first?.where, first?.parameters], [seen.code, seen.where, of(seen.parameters)]);
  }
});

test('JSON-012: a number is no tag, and JSON-009 alone tells of it', () => {
  const numbers = json([dataSet({ '00280009': attribute('AT', 1_577_059) })]);
  expectFinding(attributeTagsAreEightDigits(numbers), 'JSON-012', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  assert.equal(textValuesAreStrings(numbers).verdict, 'fail');
});
