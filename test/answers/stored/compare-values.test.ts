import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDataSet } from '../../../lib/answers/json/data-set.ts';
import { readJson } from '../../../lib/answers/json/text.ts';
import { compareValues, type DifferenceKind } from '../../../lib/answers/stored/compare-values.ts';
import { storedAttributes } from '../../../lib/answers/stored/stored-attributes.ts';
import { raw, seq, str, tags, utf8, type Write, words } from '../../judges/dicom-bytes.ts';
import { anInstance } from '../../judges/json-answers.ts';

const TAG = '00091001';

/** Kind of the difference between an attribute of JSON text and one that is stored as written. */
function compared(text: string, write: Write) {
  const { root } = readJson(Buffer.from(`{"${TAG}":${text}}`));
  assert.ok(root?.kind === 'object');
  const [attribute] = readDataSet(root, '').attributes;
  const creator = str('00090010', 'LO', 'TEST');
  const charset = str('00080005', 'CS', 'ISO_IR 192');
  const stored = storedAttributes(anInstance([charset, creator, write]).dataSet).get(TAG);
  assert.ok(attribute && stored);
  return compareValues(attribute, stored);
}

function kind(text: string, write: Write): DifferenceKind | null {
  return compared(text, write)?.kind ?? null;
}

const values = (vr: string, ...list: readonly string[]) => `{"vr":"${vr}","Value":[${list.join()}]}`;

test('text is equal without its padding', () => {
  assert.equal(kind(values('LO', '"abc"'), str(TAG, 'LO', 'abc ')), null);
  assert.equal(kind(values('LO', '"abc  \\u0000"'), str(TAG, 'LO', 'abc')), null);
  assert.equal(kind(values('UI', '"1.2.3\\u0000"'), str(TAG, 'UI', '1.2.3')), null);
  assert.equal(kind(values('CS', '" A"'), str(TAG, 'CS', 'A')), null);
  assert.equal(kind(values('AE', '" A"'), str(TAG, 'AE', 'A')), null);
  assert.equal(kind(values('LO', '" a"'), str(TAG, 'LO', 'a')), null);
  assert.equal(kind(values('SH', '"a"'), str(TAG, 'SH', ' a')), null);
  assert.equal(kind(values('LT', '" a"'), str(TAG, 'LT', 'a')), 'value');
  assert.equal(kind(values('LT', '"a"'), str(TAG, 'LT', 'a ')), null);
  assert.equal(kind(values('LO', '"abd"'), str(TAG, 'LO', 'abc')), 'value');
  assert.equal(kind(values('LO', '"A"'), str(TAG, 'LO', 'a')), 'value');
  assert.equal(kind(values('LO', '7'), str(TAG, 'LO', '7')), null);
  assert.equal(kind(values('LO', 'true'), str(TAG, 'LO', 'true')), null);
  assert.equal(kind(values('LO', '["a"]'), str(TAG, 'LO', 'a')), 'value');
  assert.equal(kind('{"vr":"LO","Value":"abc"}', str(TAG, 'LO', 'abc')), null);
});

test('a difference tells where, what is stored and what came', () => {
  assert.deepEqual(compared(values('LO', '"a"', '"x"'), str(TAG, 'LO', 'a\\b')), {
    kind: 'value',
    pointer: '/00091001/Value/1',
    expected: '"a", "b"',
    actual: '"a", "x"',
  });
});

test('times are equal without an empty fraction', () => {
  for (const [json, stored] of [
    ['120000.000', '120000'],
    ['120000', '120000.0'],
    ['120000.500000', '120000.5'],
    ['120000.', '120000'],
  ]) {
    assert.equal(kind(values('TM', `"${json}"`), str(TAG, 'TM', stored ?? '')), null, json);
    assert.equal(kind(values('DT', `"20200101${json}+0100"`), str(TAG, 'DT', `20200101${stored}+0100`)), null, json);
  }
  assert.equal(kind(values('TM', '"1200"'), str(TAG, 'TM', '120000')), 'value');
  assert.equal(kind(values('TM', '"12"'), str(TAG, 'TM', '120')), 'value');
  assert.equal(kind(values('TM', '"120000.05"'), str(TAG, 'TM', '120000.5')), 'value');
  assert.equal(kind(values('LO', '"1.50"'), str(TAG, 'LO', '1.5')), 'value');
});

test('text beyond ASCII is told apart', () => {
  assert.equal(kind(values('LO', '"MÃ¼ller"'), utf8(TAG, 'LO', 'Müller')), 'characters');
  assert.equal(kind(values('LO', '"Müller"'), utf8(TAG, 'LO', 'Müller')), null);
  assert.equal(kind(values('LO', '"Müller"'), utf8(TAG, 'LO', 'Muller')), 'value');
  assert.equal(kind(values('LO', '"M?ller"'), utf8(TAG, 'LO', 'Müller')), 'characters');
  assert.equal(kind(values('LO', '"Mller"'), utf8(TAG, 'LO', 'Müller')), 'characters');
  assert.equal(kind(values('LO', '"A\\u001B$B;3\\u001B(B"'), utf8(TAG, 'LO', 'A山')), 'characters');
});

test('what could not be decoded stands as U+FFFD, and the text around it is the same', () => {
  assert.equal(kind(values('LO', '"\uFFFDuller"'), str(TAG, 'LO', 'Muller')), 'characters');
  assert.equal(kind(values('LO', '"M\uFFFDl\uFFFDr"'), str(TAG, 'LO', 'Muller')), 'characters');
  assert.equal(kind(values('LO', '"Anon\uFFFD"'), str(TAG, 'LO', 'Muller')), 'value');
  assert.equal(kind(values('LO', '"\uFFFDAnon"'), str(TAG, 'LO', 'Muller')), 'value');
});

test('another text is no wrong character set', () => {
  assert.equal(kind(values('LO', '"Anon"'), utf8(TAG, 'LO', 'Müller')), 'value');
  assert.equal(kind(values('LO', '"Muller"'), utf8(TAG, 'LO', 'Müller')), 'value');
  assert.equal(kind(values('PN', '{"Alphabetic":"Jörg^Müller"}'), utf8(TAG, 'PN', 'Müller^Jörg')), 'value');
});

for (const [vr, stored, same, rounded, other] of [
  [
    'DS',
    '1.10',
    ['1.1', '"1.10"', '1.10', '"+1.100"', '11e-1', '"1.1 "'],
    ['1.1000001', '1.0999999'],
    ['1.2', '"x"', '-1.1', '1.10001'],
  ],
  ['IS', '42', ['42', '"42"', '"+42"', '42.0', '" 42"'], [], ['43', '"4 2"']],
  ['DS', '1234567.', ['1234567'], ['1234567.1'], ['1234569']],
  ['IS', '12345678', ['12345678'], [], ['12345679']],
] as const) {
  test(`${vr} ${stored} is compared as a number`, () => {
    for (const value of same) assert.equal(kind(values(vr, value), str(TAG, vr, stored)), null, value);
    for (const value of rounded) assert.equal(kind(values(vr, value), str(TAG, vr, stored)), 'precision', value);
    for (const value of other) assert.equal(kind(values(vr, value), str(TAG, vr, stored)), 'value', value);
  });
}

function little(size: number, write: (buffer: Buffer) => void): Buffer {
  const buffer = Buffer.alloc(size);
  write(buffer);
  return buffer;
}

test('a DS that a double cannot hold may come as the nearest double', () => {
  assert.equal(kind(values('DS', '0.30000000000000004'), str(TAG, 'DS', '.300000000000000')), 'precision');
  assert.equal(kind(values('DS', '1000001'), str(TAG, 'DS', '1000000')), 'precision', 'a millionth');
  assert.equal(kind(values('DS', '12345678901234567'), str(TAG, 'DS', '12345678901234568')), null);
});

test('binary numbers are compared at their own precision', () => {
  const float = raw(
    TAG,
    'FL',
    little(4, (buffer) => buffer.writeFloatLE(0.1)),
  );
  assert.equal(kind(values('FL', '0.1'), float), null);
  assert.equal(kind(values('FL', '0.10000000149011612'), float), null);
  assert.equal(kind(values('FL', '0.10000002'), float), 'precision');
  assert.equal(kind(values('FL', '0.11'), float), 'value');
  const double = raw(
    TAG,
    'FD',
    little(8, (buffer) => buffer.writeDoubleLE(0.1)),
  );
  assert.equal(kind(values('FD', '0.1'), double), null);
  assert.equal(kind(values('FD', '0.10000000149011612'), double), 'precision');
  assert.equal(kind(values('US', '65535'), words(TAG, 'US', 65535)), null);
  assert.equal(kind(values('US', '65534'), words(TAG, 'US', 65535)), 'value');
  assert.equal(kind(values('US', '1000000'), words(TAG, 'US', 1)), 'value');
  const wide = raw(
    TAG,
    'UL',
    little(4, (buffer) => buffer.writeUInt32LE(4294967295)),
  );
  assert.equal(kind(values('UL', '4294967294'), wide), 'value');
  const signed = raw(
    TAG,
    'SL',
    little(4, (buffer) => buffer.writeInt32LE(-2000000001)),
  );
  assert.equal(kind(values('SL', '-2000000000'), signed), 'value');
  assert.equal(kind(values('SS', '-5'), words(TAG, 'SS', 65531)), null);
});

test('64-bit integers are compared digit by digit', () => {
  const huge = raw(
    TAG,
    'SV',
    little(8, (buffer) => buffer.writeBigInt64LE(9007199254740993n)),
  );
  assert.equal(kind(values('SV', '9007199254740993'), huge), null);
  assert.equal(kind(values('SV', '"9007199254740993"'), huge), null);
  assert.equal(kind(values('SV', '9007199254740992'), huge), 'precision');
  assert.equal(kind(values('SV', '9007199'), huge), 'value');
  const unsigned = raw(
    TAG,
    'UV',
    little(8, (buffer) => buffer.writeBigUInt64LE(18446744073709551615n)),
  );
  assert.equal(kind(values('UV', '18446744073709551615'), unsigned), null);
  assert.equal(kind(values('UV', '18446744073709552000'), unsigned), 'precision');
});

test('what stands for a number that is none is left to the vendor', () => {
  const nan = raw(
    TAG,
    'FD',
    little(8, (buffer) => buffer.writeDoubleLE(Number.NaN)),
  );
  for (const text of ['NaN', '"NaN"', 'Infinity', '"inf"', '"-Infinity"'])
    assert.equal(kind(values('FD', text), nan), null);
  assert.equal(kind(values('FD', '0'), nan), 'value');
  assert.equal(kind(values('FD', '"nanny"'), nan), 'value');
  const both = raw(
    TAG,
    'FD',
    Buffer.concat([little(8, (b) => b.writeDoubleLE(Infinity)), little(8, (b) => b.writeDoubleLE(1))]),
  );
  assert.equal(kind(values('FD', 'null', '1'), both), 'gaps');
});

test('names are compared by groups, carets at the end aside', () => {
  const name = utf8(TAG, 'PN', 'A^B=山^田=c');
  const full = '{"Alphabetic":"A^B","Ideographic":"山^田","Phonetic":"c"}';
  assert.equal(kind(values('PN', full), name), null);
  assert.equal(kind(values('PN', '{"Alphabetic":"A^B^^ ","Ideographic":"山^田","Phonetic":"c^"}'), name), null);
  assert.equal(kind(values('PN', '"A^B=山^田=c"'), name), null);
  assert.equal(kind(values('PN', '{"Alphabetic":"A^B","Ideographic":"山^田"}'), name), 'groups');
  assert.equal(kind(values('PN', '{"Ideographic":"山^田"}'), name), 'groups');
  assert.equal(kind(values('PN', '{"Alphabetic":"A^C","Ideographic":"山^田"}'), name), 'value');
  assert.equal(kind(values('PN', '{"Alphabetic":"A^C"}'), str(TAG, 'PN', 'A^B')), 'value');
  assert.equal(kind(values('PN', '{"Ideographic":"A^B"}'), str(TAG, 'PN', 'A^B')), 'value');
  assert.equal(kind(values('PN', '{"Alphabetic":"A^B"}'), str(TAG, 'PN', 'A^B^^')), null);
  assert.equal(kind(values('PN', '{"Alphabetic":7}'), str(TAG, 'PN', 'A^B')), 'lost');
  assert.equal(kind(values('PN', '{"Alphabetic":"A"}', 'null', '{"Alphabetic":"B"}'), str(TAG, 'PN', 'A\\\\B')), null);
  assert.equal(kind(values('PN', '"A "'), str(TAG, 'PN', 'A')), null);
  assert.equal(kind(values('PN', '"=="'), str(TAG, 'PN', '')), null, 'three groups, all of them empty');
});

test('empty and filled attributes are told apart', () => {
  assert.equal(kind('{"vr":"LO"}', str(TAG, 'LO', '')), null);
  assert.equal(kind(values('LO', 'null'), str(TAG, 'LO', '')), null);
  assert.equal(kind(values('LO', '""'), str(TAG, 'LO', '')), null);
  assert.deepEqual(compared(values('LO', '"x"'), str(TAG, 'LO', '')), {
    kind: 'invented',
    pointer: '/00091001',
    expected: 'no value',
    actual: '"x"',
  });
  assert.deepEqual(compared('{"vr":"LO"}', str(TAG, 'LO', 'x')), {
    kind: 'lost',
    pointer: '/00091001',
    expected: '"x"',
    actual: 'no value',
  });
  assert.equal(kind(values('LO', '""'), str(TAG, 'LO', 'x')), 'lost');
  assert.equal(kind(values('LO', 'null', 'null'), str(TAG, 'LO', '\\x')), 'lost');
});

test('gaps, counts and joined values are told apart', () => {
  const gap = str(TAG, 'CS', 'A\\\\B');
  assert.equal(kind(values('CS', '"A"', 'null', '"B"'), gap), null);
  assert.equal(kind(values('CS', '"A"', '""', '"B"'), gap), null);
  assert.equal(kind(values('CS', '"A"', '"B"'), gap), 'gaps');
  assert.equal(kind(values('CS', '"A"', '"x"', '"B"'), gap), 'gaps');
  assert.equal(kind(values('CS', '"A"', 'null', 'null'), gap), 'gaps');
  assert.equal(kind(values('CS', '"A"', '"C"'), gap), 'count');
  assert.equal(kind(values('CS', '"A\\\\\\\\B"'), gap), 'joined');
  const three = str(TAG, 'CS', 'A\\B\\C');
  assert.equal(kind(values('CS', '"A"', '"B"'), three), 'count');
  assert.equal(kind(values('CS', '"A"', '"B"', '"C"', '"D"'), three), 'count');
  assert.equal(kind(values('CS', '"A\\\\ B\\\\C"'), three), 'joined');
  assert.equal(kind(values('CS', '"A\\\\B\\\\D"'), three), 'count');
  assert.equal(kind(values('DS', '"1.5\\\\2.5"'), str(TAG, 'DS', '1.5\\2.5')), 'joined');
  assert.equal(kind(values('DS', 'null', '1'), str(TAG, 'DS', '\\1')), null);
  assert.equal(kind(values('DS', '2', '1'), str(TAG, 'DS', '\\1')), 'gaps');
  assert.equal(kind(values('AT', '"00080018"', '"7FE00010"'), tags(TAG, '00080018', '7FE00010')), null);
  assert.equal(kind(values('AT', '"00080018"', '"7fe00010"'), tags(TAG, '00080018', '7FE00010')), null);
  assert.equal(kind(values('AT', '"(0008,0018)"'), tags(TAG, '00080018')), null, 'the form is judged by JSON-012');
  assert.equal(kind(values('AT', '"00080016"'), tags(TAG, '00080018')), 'value');
});

test('a long list of values is cut in words', () => {
  const many = Array.from({ length: 30 }, (_, index) => `${index}`);
  const difference = compared(values('US', ...many, '7'), words(TAG, 'US', 1, 2));
  assert.equal(difference?.kind, 'count');
  assert.equal(difference?.actual, many.slice(0, 20).join(', '));
});

test('sequences are compared by the number of items', () => {
  const two = seq(TAG, [[str('00080060', 'CS', 'CT')], []]);
  assert.equal(kind('{"vr":"SQ","Value":[{},{}]}', two), null);
  assert.deepEqual(compared('{"vr":"SQ","Value":[{}]}', two), {
    kind: 'count',
    pointer: '/00091001',
    expected: '2 items',
    actual: '1 item',
  });
  assert.equal(kind('{"vr":"SQ"}', two), 'lost');
  assert.equal(kind('{"vr":"SQ","Value":[{}]}', seq(TAG, [])), 'invented');
  assert.equal(kind('{"vr":"SQ"}', seq(TAG, [])), null);
});

test('inline bytes are compared with the value field, its padding aside', () => {
  const inline = (...bytes: number[]) => `{"vr":"OB","InlineBinary":"${Buffer.from(bytes).toString('base64')}"}`;
  const stored = raw(TAG, 'OB', [1, 2, 3, 0]);
  assert.equal(kind(inline(1, 2, 3, 0), stored), null);
  assert.equal(kind(inline(1, 2, 3), stored), null);
  assert.deepEqual(compared(inline(1, 2, 4, 0), stored), {
    kind: 'bytes',
    pointer: '/00091001/InlineBinary',
    expected: 'the 4 bytes that are stored',
    actual: '4 bytes, different from byte 2 on',
    bytes: { how: 'some', same: 2, stored: 4, returned: 4 },
  });
  assert.equal(kind(inline(1, 2), stored), 'bytes');
  assert.equal(kind(inline(2, 1, 0, 3), raw(TAG, 'OW', [1, 2, 3, 0])), 'bytes');
  assert.equal(kind(inline(1, 2, 3), raw(TAG, 'OB', [1, 2, 3, 4])), 'bytes');
  assert.equal(kind('{"vr":"OB","InlineBinary":7}', stored), null);
  assert.equal(kind('{"vr":"UN","InlineBinary":"QUIg"}', str(TAG, 'LO', 'AB')), 'bytes');
  assert.equal(kind('{"vr":"UN","InlineBinary":"QUI="}', str(TAG, 'LO', 'AB')), null);
});

test('bulk data is not looked at, and bytes without any holder are lost', () => {
  const stored = raw(TAG, 'OB', [1, 2]);
  assert.equal(kind('{"vr":"OB","BulkDataURI":"http://x"}', stored), null);
  assert.deepEqual(compared('{"vr":"OB"}', stored), {
    kind: 'lost',
    pointer: '/00091001',
    expected: '2 bytes of OB',
    actual: 'no value',
  });
  assert.equal(kind('{"vr":"OB"}', raw(TAG, 'OB', [])), null);
  assert.equal(kind(values('LO', '"known"'), raw(TAG, 'UN', [1, 2])), null);
});

test('binary numbers are numbers, however they are written', () => {
  for (const [vr, same, bytes] of [
    ['US', '"+5"', [5, 0]],
    ['SS', '-5.0', [251, 255]],
    ['UL', '5.0', [5, 0, 0, 0]],
    ['SL', '"-5.0"', [251, 255, 255, 255]],
    ['SV', '"+5"', [5, 0, 0, 0, 0, 0, 0, 0]],
    ['UV', '5.0', [5, 0, 0, 0, 0, 0, 0, 0]],
  ] as const) {
    assert.equal(kind(values(vr, same), raw(TAG, vr, [...bytes])), null, vr);
  }
});

test('bytes in Value are the matter of the schema', () => {
  const bytes = raw(TAG, 'OB', [1, 2]);
  assert.equal(kind('{"vr":"OB"}', bytes), 'lost');
  assert.equal(kind(values('OB', '""'), bytes), null);
  assert.equal(kind(values('OB', '"AQI="'), bytes), null);
});

test('inline bytes that lack more than a pad are cut', () => {
  assert.equal(kind('{"vr":"OB","InlineBinary":"AQ=="}', raw(TAG, 'OB', [1, 0])), null);
  assert.equal(kind('{"vr":"OB","InlineBinary":"AQ=="}', raw(TAG, 'OB', [1, 0, 0, 0])), 'bytes');
});

test('values that are all empty may be left out together', () => {
  assert.equal(kind('{"vr":"LO"}', str(TAG, 'LO', '\\')), null);
  assert.equal(kind(values('LO', 'null', 'null'), str(TAG, 'LO', '\\')), null);
});

test('only one string can be all values joined', () => {
  const joined = JSON.stringify('A\\B');
  assert.equal(kind(values('CS', joined), str(TAG, 'CS', 'A\\B')), 'joined');
  assert.equal(kind(values('CS', joined, '"C"', '"D"'), str(TAG, 'CS', 'A\\B')), 'count');
  assert.equal(kind(values('UC', JSON.stringify('A\\ B')), str(TAG, 'UC', 'A\\ B')), 'joined');
});

test('carets and spaces: what is padding in a name, and what is not', () => {
  assert.equal(kind(values('LO', '"A^"'), str(TAG, 'LO', 'A')), 'value');
  assert.equal(kind(values('PN', '{"Alphabetic":"A","Ideographic":"^","Phonetic":"^"}'), str(TAG, 'PN', 'A')), null);
  assert.equal(kind(values('PN', '{"Alphabetic":"A B"}'), str(TAG, 'PN', 'AB')), 'value');
  assert.equal(kind(values('PN', '{"Alphabetic":"A\\u0000\\u0000"}'), str(TAG, 'PN', 'A')), null);
  assert.equal(kind(values('CS', '"  A"'), str(TAG, 'CS', 'A')), null);
});

test('a word that ends in nan is no number', () => {
  const nan = raw(
    TAG,
    'FD',
    little(8, (buffer) => buffer.writeDoubleLE(Number.NaN)),
  );
  assert.equal(kind(values('FD', '"finan"'), nan), 'value');
});

test('characters that were added to ASCII text make another value', () => {
  assert.equal(kind(values('LO', '"Mullerü"'), str(TAG, 'LO', 'Muller')), 'value');
});
