import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breaches, type SchemaName } from '../../lib/schemas/validate.ts';

function found(schema: SchemaName, value: unknown): string[] {
  return breaches(schema, value).map(({ requirement, as, pointer, expected }) => {
    return `${requirement} ${as} ${pointer}: ${expected}`;
  });
}

for (const [schema, requirement, what] of [
  ['search-results', 'QIDO-005', 'match'],
  ['metadata', 'WADO-RS-030', 'instance'],
] as const) {
  test(`${schema} are an array of data sets`, () => {
    assert.deepEqual(found(schema, []), []);
    assert.deepEqual(found(schema, [{}, { '00080018': 'not looked at here' }]), []);
    const array = `${requirement} must : one array at the top with a data set for each ${what}`;
    for (const value of [{}, 'x', null, 7]) assert.deepEqual(found(schema, value), [array]);
    assert.deepEqual(found(schema, [{}, null]), [`${requirement} must /1: a data set object as array element`]);
    assert.deepEqual(found(schema, [[]]), [`${requirement} must /0: a data set object as array element`]);
  });
}

const UID = (value: string) => ({ vr: 'UI', Value: [value] });
const URL = { vr: 'UR', Value: ['http://server/studies/1'] };
const reference = (more: object = {}) => ({ '00081150': UID('1.2'), '00081155': UID('1.3'), ...more });
const sequence = (...items: unknown[]) => ({ vr: 'SQ', Value: items });

test('a module in full is right', () => {
  const module = {
    '00081190': URL,
    '00081198': sequence(reference({ '00081197': { vr: 'US', Value: [43264] } })),
    '00081199': sequence(reference({ '00081190': URL, '00081196': { vr: 'US', Value: [45056] } })),
    '0008119A': sequence({ '00081197': { vr: 'US', Value: [1] } }),
  };
  assert.deepEqual(found('store-response', module), []);
  assert.deepEqual(found('store-response', { '00081190': { vr: 'UR' }, '00081199': { vr: 'SQ' } }), []);
});

test('the module is an object with RetrieveURL', () => {
  const module = 'STOW-013 must : the Store Instances Response Module as a data set';
  for (const value of [[], 'x', null]) assert.deepEqual(found('store-response', value), [module]);
  assert.deepEqual(found('store-response', {}), ['STOW-021 should : RetrieveURL at the top of the module']);
});

test('RetrieveURL is UR with at most one value', () => {
  const url = (attribute: unknown) => found('store-response', { '00081190': attribute });
  const wrong = 'RetrieveURL as UR with at most one value';
  assert.deepEqual(url('http://server'), [`STOW-021 must /00081190: ${wrong}`]);
  assert.deepEqual(url({}), [`STOW-021 must /00081190: ${wrong}`]);
  assert.deepEqual(url({ vr: 'LO' }), [`STOW-021 must /00081190/vr: ${wrong}`]);
  assert.deepEqual(url({ vr: 'UT', Value: ['x'] }), ['STOW-021 should /00081190/vr: UR as VR of RetrieveURL']);
  assert.deepEqual(url({ vr: 'UR', Value: 'x' }), [`STOW-021 must /00081190/Value: ${wrong}`]);
  assert.deepEqual(url({ vr: 'UR', Value: ['x', 'y'] }), [`STOW-021 must /00081190/Value: ${wrong}`]);
  assert.deepEqual(url({ vr: 'UR', Value: [7] }), [`STOW-021 must /00081190/Value/0: ${wrong}`]);
  assert.deepEqual(url({ vr: 'UR', Value: [''] }), [`STOW-021 must /00081190/Value/0: ${wrong}`]);
});

for (const [tag, requirement, keyword] of [
  ['00081198', 'STOW-018', 'FailedSOPSequence'],
  ['00081199', 'STOW-016', 'ReferencedSOPSequence'],
  ['0008119A', 'STOW-025', 'OtherFailuresSequence'],
] as const) {
  test(`${keyword} is a sequence of items`, () => {
    const with_ = (attribute: unknown) => found('store-response', { '00081190': URL, [tag]: attribute });
    const wrong = `${keyword} as SQ of items`;
    assert.deepEqual(with_('x'), [`${requirement} must /${tag}: ${wrong}`]);
    assert.deepEqual(with_({}), [`${requirement} must /${tag}: ${wrong}`]);
    assert.deepEqual(with_({ vr: 'LO' }), [`${requirement} must /${tag}/vr: ${wrong}`]);
    assert.deepEqual(with_({ vr: 'SQ', Value: {} }), [`${requirement} must /${tag}/Value: ${wrong}`]);
    assert.deepEqual(with_({ vr: 'SQ', Value: [7] }), [`${requirement} must /${tag}/Value/0: ${wrong}`]);
  });
}

test('items about instances have both UIDs', () => {
  const item = (more: object) => found('store-response', { '00081190': URL, '00081199': sequence(more) });
  const place = '/00081199/Value/0';
  assert.deepEqual(item({ '00081190': URL }), [
    `STOW-017 must ${place}: ReferencedSOPClassUID in the item`,
    `STOW-017 must ${place}: ReferencedSOPInstanceUID in the item`,
  ]);
  assert.deepEqual(item(reference()), [`STOW-021 should ${place}: RetrieveURL in the item`]);
  const wrong = 'ReferencedSOPClassUID as UI with one value';
  for (const [attribute, pointer] of [
    [{ vr: 'UI' }, ''],
    [{ vr: 'LO', Value: ['1.2'] }, '/vr'],
    [{ vr: 'UI', Value: '1.2' }, '/Value'],
    [{ vr: 'UI', Value: [] }, '/Value'],
    [{ vr: 'UI', Value: ['1', '2'] }, '/Value'],
    [{ vr: 'UI', Value: [''] }, '/Value/0'],
    [{ vr: 'UI', Value: [7] }, '/Value/0'],
    ['1.2', ''],
  ] as const) {
    const expected = [`STOW-017 must ${place}/00081150${pointer}: ${wrong}`];
    assert.deepEqual(item(reference({ '00081190': URL, '00081150': attribute })), expected, JSON.stringify(attribute));
  }
  assert.deepEqual(item(reference({ '00081190': URL, '00081155': { vr: 'UI' } })), [
    `STOW-017 must ${place}/00081155: ReferencedSOPInstanceUID as UI with one value`,
  ]);
});

test('reasons are one integer from 1 to 65535', () => {
  const failed = (attribute: unknown) => {
    return found('store-response', { '00081190': URL, '00081198': sequence(reference({ '00081197': attribute })) });
  };
  const place = 'STOW-019 must /00081198/Value/0/00081197';
  const wrong = 'FailureReason as US with one integer from 1 to 65535';
  for (const [value, pointer] of [
    [{ vr: 'US', Value: [0] }, '/Value/0'],
    [{ vr: 'US', Value: [65536] }, '/Value/0'],
    [{ vr: 'US', Value: [1.5] }, '/Value/0'],
    [{ vr: 'US', Value: ['272'] }, '/Value/0'],
    [{ vr: 'US', Value: [] }, '/Value'],
    [{ vr: 'US', Value: [1, 2] }, '/Value'],
    [{ vr: 'US' }, ''],
    [{ vr: 'IS', Value: [272] }, '/vr'],
    [272, ''],
  ] as const) {
    assert.deepEqual(failed(value), [`${place}${pointer}: ${wrong}`], JSON.stringify(value));
  }
  assert.deepEqual(failed({ vr: 'US', Value: [65535] }), []);
  assert.deepEqual(found('store-response', { '00081190': URL, '00081198': sequence(reference()) }), [
    'STOW-019 must /00081198/Value/0: FailureReason in the item',
  ]);
  const warned = reference({ '00081190': URL, '00081196': { vr: 'US', Value: ['x'] } });
  assert.deepEqual(found('store-response', { '00081190': URL, '00081199': sequence(warned) }), [
    'STOW-023 must /00081199/Value/0/00081196/Value/0: WarningReason as US with one integer from 1 to 65535',
  ]);
  assert.deepEqual(found('store-response', { '00081190': URL, '0008119A': sequence({}) }), [
    'STOW-025 must /0008119A/Value/0: OtherFailuresSequence as SQ of items',
  ]);
});

test('an unknown schema is a slip of the harness', () => {
  assert.throws(() => breaches('nothing' as SchemaName, {}), /No schema nothing/);
});
