import assert from 'node:assert/strict';
import { test } from 'node:test';
import { below, excerpt, type JsonNode, member, nodeAt, plain } from '../../../lib/answers/json/node.ts';
import { type JsonDefect, MOST_BYTES, readJson } from '../../../lib/answers/json/text.ts';

function root(text: string): JsonNode {
  const read = readJson(Buffer.from(text));
  assert.deepEqual(read.defects, [], text);
  assert.ok(read.root, text);
  return read.root;
}

function defectsOf(text: string | Uint8Array): readonly JsonDefect[] {
  return readJson(typeof text === 'string' ? Buffer.from(text) : text).defects;
}

function only(text: string | Uint8Array): JsonDefect {
  const [defect, ...more] = defectsOf(text);
  assert.ok(defect, 'a defect');
  assert.deepEqual(more, []);
  return defect;
}

for (const text of [
  '{"a":[1,-2.50e+3,0,true,false,null,"x"],"b":{}}',
  ' [ ] ',
  '\t\r\n{ "a" : [ { } , [ ] ] }\n',
  '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\ude00é日"',
  '-7',
  '1E5',
  '123456789',
]) {
  test(`reads ${text.trim()} as JSON.parse does`, () => {
    assert.deepEqual(JSON.parse(JSON.stringify(plain(root(text)))), JSON.parse(text));
  });
}

test('keeps what JSON.parse hides: order, number text, offsets', () => {
  const node = root('{"20010010": 1.10, "00080005": 9007199254740993}');
  assert.deepEqual(node, {
    kind: 'object',
    offset: 0,
    members: [
      { name: '20010010', value: { kind: 'number', offset: 13, text: '1.10' } },
      { name: '00080005', value: { kind: 'number', offset: 31, text: '9007199254740993' } },
    ],
  });
});

test('names repeated members with their place and lets the first one win', () => {
  const text = '{"a":{"b":1,"b":2}}';
  assert.deepEqual(only(text), {
    code: 'duplicate-member',
    pointer: '/a/b',
    offset: 12,
    message: 'the name "b" occurs again',
  });
  const read = readJson(Buffer.from(text));
  assert.deepEqual(
    read.root && plain(read.root),
    Object.assign(Object.create(null), { a: Object.assign(Object.create(null), { b: 1 }) }),
  );
});

test('the same name in two objects is no repetition', () => {
  assert.deepEqual(defectsOf('[{"a":1},{"a":1}]'), []);
});

for (const word of ['NaN', 'Infinity', '-Infinity', '+Infinity', 'nan', '-inf']) {
  test(`${word} is read on as a number that JSON does not have`, () => {
    const read = readJson(Buffer.from(`{"a~/":[${word}]}`));
    assert.deepEqual(read.defects, [
      { code: 'non-finite-number', pointer: '/a~0~1/0', offset: 8, message: `${word} is no JSON number` },
    ]);
    assert.equal(nodeAt(read.root, '/a~0~1/0')?.kind, 'number');
  });
}

test('a byte order mark is reported and skipped', () => {
  const read = readJson(Buffer.from('\ufeff[1]'));
  assert.deepEqual(read.defects, [
    { code: 'byte-order-mark', pointer: '', offset: 0, message: 'starts with the bytes EF BB BF' },
  ]);
  assert.equal(read.root?.kind, 'array');
  for (const start of [[0xef], [0xef, 0xbb], [0xef, 0x20, 0xbf]]) {
    assert.notEqual(readJson(Uint8Array.from(start)).defects[0]?.code, 'byte-order-mark');
  }
});

test('bytes that are no UTF-8 are reported with their offset, and the rest is read', () => {
  const text = Buffer.concat([Buffer.from('["M'), Buffer.of(0xfc), Buffer.from('ller"]')]);
  const read = readJson(text);
  assert.deepEqual(read.defects, [
    { code: 'invalid-utf8', pointer: '', offset: 3, message: 'the byte FC begins no UTF-8 character here' },
  ]);
  assert.equal(read.root?.kind, 'array');
  assert.equal(only(Buffer.concat([Buffer.from('"'), Buffer.of(0x05), Buffer.from('"')])).code, 'control-character');
});

test('an unescaped control character is reported and kept', () => {
  const read = readJson(Buffer.from('["a\nb\u001f "]'));
  assert.deepEqual(read.defects, [
    { code: 'control-character', pointer: '/0', offset: 3, message: 'the character 10 stands unescaped in a string' },
    { code: 'control-character', pointer: '/0', offset: 5, message: 'the character 31 stands unescaped in a string' },
  ]);
  assert.equal(excerpt(read.root), '["a\\nb\\u001f "]');
});

for (const [text, offset, message, pointer = ''] of [
  ['', 0, 'the end of the text is no value'],
  ['[1] x', 4, '"x" follows the value'],
  ['[1]\u00e9', 3, 'the byte 195 follows the value'],
  ['{a:1}', 1, '"a" stands where a member name belongs'],
  ['{"a":1,}', 7, '"}" stands where a member name belongs'],
  ['{"a" 1}', 5, '"1" stands where a colon belongs', '/a'],
  ['{"a":1 "b":2}', 7, '""" stands where a comma or } belongs'],
  ['[1 2]', 3, '"2" stands where a comma or ] belongs'],
  ['[1,]', 3, '"]" is no value', '/1'],
  ['[01]', 1, '"01" is no value', '/0'],
  ['[.5]', 1, '".5" is no value', '/0'],
  ['[+1]', 1, '"+1" is no value', '/0'],
  ['[1.]', 1, '"1." is no value', '/0'],
  ['[TRUE]', 1, '"TRUE" is no value', '/0'],
  ['[xNaN]', 1, '"xNaN" is no value', '/0'],
  ['[NaNx]', 1, '"NaNx" is no value', '/0'],
  ['{"a":"b', 2, 'the text ends within a string', '/a'],
  ['["a\\', 2, 'the text ends within a string', '/0'],
  ['["\\x"]', 2, 'the string has the unknown escape "\\\\x"', '/0'],
  ['["\\u12G4"]', 2, 'the string has the unknown escape "\\\\u"', '/0'],
  ["['a']", 1, '"\'" is no value', '/0'],
  ['<html>', 0, '"<" is no value'],
] as const) {
  test(`gives up on ${JSON.stringify(text)}`, () => {
    const read = readJson(Buffer.from(text));
    assert.equal(read.root, null);
    const expectedOffset = message.startsWith('the text ends') ? read.defects[0]?.offset : offset;
    assert.deepEqual(read.defects, [{ code: 'syntax', pointer, offset: expectedOffset, message }]);
  });
}

test('bounds: depth, number of values, size, number of defects', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  assert.deepEqual(defectsOf(nested(257)), []);
  const deep = only(nested(258));
  assert.deepEqual(
    [deep.code, deep.offset, deep.message],
    ['too-deep', 257, 'nested deeper than the 256 levels that the harness reads'],
  );
  const many = only(`[${'0,'.repeat(1_000_000)}0]`);
  assert.deepEqual([many.code, many.message], ['too-large', 'more than the 1000000 values that the harness reads']);
  const large = only(Buffer.alloc(MOST_BYTES + 1, ' '));
  assert.deepEqual(large, {
    code: 'too-large',
    pointer: '',
    offset: MOST_BYTES,
    message: `${MOST_BYTES + 1} bytes are more than the harness reads as JSON`,
  });
  assert.equal(defectsOf(`[${Array(1500).fill('NaN').join()}]`).length, 1000);
});

test('pointers are escaped and followed back', () => {
  assert.equal(below('/a', 3), '/a/3');
  assert.equal(below('', 'x/y~z'), '/x~1y~0z');
  const node = root('{"x/y~z":[{"k":7}]}');
  assert.equal(excerpt(nodeAt(node, '/x~1y~0z/0/k')), '7');
  assert.equal(nodeAt(node, ''), node);
  assert.equal(nodeAt(node, '/x~1y~0z/1'), null);
  assert.equal(nodeAt(node, '/nothing/0'), null);
  assert.equal(nodeAt(null, '/a'), null);
});

test('a member is found by name, in objects only', () => {
  assert.equal(excerpt(member(root('{"a":1,"b":2}'), 'b')), '2');
  assert.equal(member(root('{"a":1}'), 'c'), null);
  assert.equal(member(root('[1]'), '0'), null);
  assert.equal(member(null, 'a'), null);
  assert.equal(member(undefined, 'a'), null);
});

test('a member called __proto__ stays a member', () => {
  const object = plain(root('{"__proto__":{"vr":"UI"}}')) as object;
  assert.equal(Object.getPrototypeOf(object), null);
  assert.deepEqual(Object.keys(object), ['__proto__']);
});

test('excerpts are short, whatever the value', () => {
  assert.equal(excerpt(null), 'nothing');
  assert.equal(excerpt(root('{"a":[1,null,"x"],"b":true}')), '{"a":[1,null,"x"],"b":true}');
  const long = excerpt(root(`["${'a'.repeat(500)}"]`));
  assert.equal(long, `["${'a'.repeat(118)}…`);
  assert.equal(excerpt(root(`[${'1,'.repeat(200)}1]`)), `[${'1,'.repeat(59)}1…`);
  assert.equal(excerpt(root(`["${'b'.repeat(116)}"]`)), `["${'b'.repeat(116)}"]`);
});

test('accepts and refuses what JSON.parse does, over mutated texts', () => {
  const seed = '{"00100010":{"vr":"PN","Value":[{"Alphabetic":"A\\u0042^\\"c"},null]},"x":[1.5e-3,-0,true,false]}';
  const alphabet = '{}[]",:\\u0019eE+-. tfnabNI\n';
  let state = 7;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  let accepted = 0;
  for (let round = 0; round < 4_000; round++) {
    const letters = [...seed];
    for (let change = 0; change <= random(3); change++) {
      letters.splice(random(letters.length), random(2), alphabet.charAt(random(alphabet.length)));
    }
    const text = letters.join('');
    let parses = true;
    try {
      JSON.parse(text);
    } catch {
      parses = false;
    }
    const defects = defectsOf(text).filter(({ code }) => code !== 'duplicate-member');
    assert.equal(defects.length === 0, parses, text);
    if (parses) accepted++;
  }
  assert.ok(accepted > 200, `${accepted} texts parsed`);
});
