import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { readPart10 } from '../../lib/dicom/part10.ts';
import { numbers, text, texts } from '../../lib/dicom/values.ts';
import { BIG_ENDIAN, explicit, file, IDS, type Value } from './raw-file.ts';

function read(tag: string, vr: string, value: Value, characterSets = '') {
  const terms = characterSets === '' ? [] : [explicit('00080005', 'CS', characterSets)];
  return readPart10(memorySource(file([...terms, IDS, explicit(tag, vr, value)]))).dataSet;
}

describe('text', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['00080008', 'CS', 'A\\ B \\\\C ', ['A', 'B', '', 'C']],
    ['00100020', 'LO', ' ID ', [' ID']],
    ['00104000', 'LT', ' a\\b  ', [' a\\b']],
    ['0020000D', 'UI', '1.2\0', ['1.2']],
    ['00081190', 'UR', 'http://a/\\b ', ['http://a/\\b']],
    ['00180050', 'DS', ' 1.50', ['1.50']],
    ['00280009', 'AT', '\x18\0\x63\x10', ['00181063']],
    ['00280010', 'US', '\x01\x02\x03\0', ['513', '3']],
    ['00100010', 'PN', 'A^B', ['A^B']],
    ['00100010', 'PN', '', []],
    ['00100010', 'PN', '    ', []],
    ['00420011', 'OB', '\x01\x02', []],
  ];
  for (const [tag, vr, value, expected] of cases) {
    test(`${vr} ${JSON.stringify(value)}`, () => assert.deepEqual(texts(read(tag, vr, value), tag), expected));
  }
  test('is null where there is none', () => {
    assert.equal(text(read('00100010', 'PN', ''), '00100010'), null);
    assert.equal(text(read('00100010', 'PN', ''), '00100030'), null);
    assert.equal(text(read('00080008', 'CS', '\\B '), '00080008'), null);
  });
});

describe('numbers', () => {
  test('of 64 bits stay exact', () => {
    const value = Buffer.alloc(16, 0xff);
    assert.deepEqual(numbers(read('00720083', 'UV', value), '00720083'), [2n ** 64n - 1n, 2n ** 64n - 1n]);
    assert.deepEqual(numbers(read('00720082', 'SV', value), '00720082'), [-1n, -1n]);
  });
  test('of decimal and integer strings', () => {
    assert.deepEqual(numbers(read('00280030', 'DS', '0.5\\1e-5\\x '), '00280030'), [0.5, 1e-5, Number.NaN]);
    assert.deepEqual(numbers(read('00200013', 'IS', '\\-12 '), '00200013'), [Number.NaN, -12]);
  });
  test('in big endian', () => {
    const bytes = file(explicit('00280106', 'SS', [0xff, 0xfe], undefined, true), BIG_ENDIAN);
    assert.deepEqual(numbers(readPart10(memorySource(bytes)).dataSet, '00280106'), [-2]);
  });
  test('are not in text and bytes', () => {
    assert.deepEqual(numbers(read('00100020', 'LO', '12'), '00100020'), []);
    assert.deepEqual(numbers(read('00420011', 'OB', '12'), '00420011'), []);
  });
});

/** Examples of PS3.5 Annexes H, I, J and K, and of what goes wrong with bytes that look like a backslash. */
describe('character sets', () => {
  const cases: readonly (readonly [name: string, terms: string, bytes: string, expected: readonly string[]])[] = [
    [
      'Chinese, ISO 2022 IR 58',
      '\\ISO 2022 IR 58 ',
      'Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab= ',
      ['Zhang^XiaoDong=张^小东='],
    ],
    [
      'Japanese, ISO 2022 IR 87',
      '\\ISO 2022 IR 87 ',
      'Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B',
      ['Yamada^Tarou=山田^太郎'],
    ],
    [
      'half-width katakana and kanji',
      'ISO 2022 IR 13\\ISO 2022 IR 87 ',
      '\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J',
      ['ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎'],
    ],
    [
      'Korean, ISO 2022 IR 149',
      '\\ISO 2022 IR 149',
      'Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7',
      ['Hong^Gildong=洪^吉洞'],
    ],
    ['a kanji that holds a backslash byte', '\\ISO 2022 IR 87 ', '\x1b$B0\\\x1b(B\\B ', ['移', 'B']],
    ['GBK with a backslash as second byte', 'GBK ', '\xd5\\\\B', ['誠', 'B']],
    ['GB18030 of four bytes', 'GB18030 ', '\x95\x32\x82\x36', ['𠀀']],
    ['UTF-8', 'ISO_IR 192', '\xe5\xb1\xb1\\\xff', ['山', '�']],
    ['Latin and Cyrillic', 'ISO 2022 IR 100\\ISO 2022 IR 144 ', '\xe9\x1b-L\xbb', ['éЛ']],
    ['back to the first set after a backslash', 'ISO 2022 IR 100\\ISO 2022 IR 144 ', '\x1b-L\xbb\\\xe9', ['Л', 'é']],
    ['bytes beyond ASCII in the default set', '', 'M\xfcller', ['M�ller']],
    ['an unknown escape sequence', '\\ISO 2022 IR 87 ', 'a\x1b%Gb', ['a�%Gb']],
    ['half a character', '\\ISO 2022 IR 87 ', '\x1b$B;', ['�']],
  ];
  for (const [name, terms, bytes, expected] of cases) {
    test(name, () => assert.deepEqual(texts(read('00100010', 'PN', bytes, terms), '00100010'), expected));
  }
  test('reach into items, unless these name their own', () => {
    const name = explicit('00100010', 'PN', '\xe9');
    const inherited = readPart10(memorySource(file([explicit('00080005', 'CS', 'ISO_IR 100'), IDS, name]))).dataSet;
    assert.equal(text(inherited, '00100010'), 'é');
  });
  test('do not touch what is not text', () => {
    assert.deepEqual(texts(read('00080060', 'CS', '\xe9\xe9', 'ISO_IR 100'), '00080060'), ['��']);
  });
});
