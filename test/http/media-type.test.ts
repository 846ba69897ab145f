import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameter, parseMediaType } from '../../lib/http/media-type.ts';

const wellFormed: readonly [string, string, readonly [string, string, boolean][]][] = [
  ['application/dicom+json', 'application/dicom+json', []],
  ['Application/DICOM+JSON', 'application/dicom+json', []],
  [
    'multipart/related; type="application/dicom"; boundary=abc',
    'multipart/related',
    [
      ['type', 'application/dicom', true],
      ['boundary', 'abc', false],
    ],
  ],
  ['text/plain ;\tCharset=UTF-8 ; ', 'text/plain', [['charset', 'UTF-8', false]]],
  [
    'a/b;;;c="x;y\\"z\\\\";c=2',
    'a/b',
    [
      ['c', 'x;y"z\\', true],
      ['c', '2', false],
    ],
  ],
  ['application/dicom;transfer-syntax=*', 'application/dicom', [['transfer-syntax', '*', false]]],
  ['a/b;c=""', 'a/b', [['c', '', true]]],
  ['multipart/related; type=application/dicom', 'multipart/related', [['type', 'application/dicom', false]]],
];
for (const [text, essence, parameters] of wellFormed) {
  test(`reads ${JSON.stringify(text)}`, () => {
    const read = parseMediaType(text);
    assert.equal(read?.essence, essence);
    assert.deepEqual(
      read?.parameters.map(({ name, value, quoted }) => [name, value, quoted]),
      parameters,
    );
    assert.deepEqual(read?.defects, []);
  });
}

const defective: readonly [string, RegExp, string | null][] = [
  ['multipart/related; boundary=a=b; type=a/b', /"boundary".*quoted/, 'a/b'],
  ['multipart/related; type = "application/dicom"', /white space around "="/, 'application/dicom'],
  ['multipart/related; type="application/dicom', /no closing quotation mark/, 'application/dicom'],
  ['multipart/related; type', /"type" has no value/, null],
  ['multipart/related; type=', /"type": is empty/, ''],
  ['multipart/related type="application/dicom"', /unexpected text/, null],
  ['multipart/related; type="a" b; x=y', /unexpected text " b"/, 'a'],
  ['multipart/related; type="a\x01"', /control character/, 'a\x01'],
  ['multipart/related; ty(pe="a"', /not a token/, null],
  ['multipart/related, application/dicom', /unexpected text/, null],
];
for (const [text, defect, type] of defective) {
  test(`tells what is wrong with ${JSON.stringify(text)}`, () => {
    const read = parseMediaType(text);
    assert.ok(read);
    assert.match(read.defects.join('; '), defect);
    assert.equal(parameter(read, 'TYPE'), type);
  });
}

test('reads nothing where there is no type and subtype', () => {
  for (const text of ['', 'text', '/plain', 'text/', '; a=b', 'te xt/plain', '*'])
    assert.equal(parseMediaType(text), null, text);
});

test('gives the first of several parameters of a name', () => {
  const read = parseMediaType('a/b; x=1; X=2');
  assert.ok(read);
  assert.equal(parameter(read, 'x'), '1');
});

test('ends on any text, and quickly on a long one', () => {
  const alphabet = 'ab/;="\\ \t,\x01';
  let seed = 7;
  for (let round = 0; round < 5_000; round++) {
    let text = 'a/b';
    for (let length = 0; length < round % 24; length++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      text += alphabet[seed % alphabet.length];
    }
    const read = parseMediaType(text);
    assert.ok(read === null || read.essence.startsWith('a/b'), text);
  }
  const started = performance.now();
  parseMediaType(`a/b${'; a'.repeat(20_000)}`);
  assert.ok(performance.now() - started < 2_000);
});
