import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ByteSource, memorySource } from '../../lib/bytes/byte-source.ts';
import { type Multipart, readMultipart } from '../../lib/http/multipart.ts';
import type { MultipartDefectCode } from '../../lib/http/multipart-defects.ts';
import { textOf } from './support.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const read = (text: string, boundary = 'b'): Multipart => readMultipart(memorySource(bytes(text)), boundary);
const bodies = ({ parts }: Multipart): string[] => parts.map(({ body }) => textOf(body));
const codes = ({ defects }: Multipart): MultipartDefectCode[] => defects.map(({ code }) => code);

const PART = '--b\r\nContent-Type: application/dicom\r\n\r\nhello\r\n';

test('reads parts, their header fields, preamble and epilogue', () => {
  const multipart = read(
    `before\r\n${PART}--b \t\r\nContent-Type: image/jp2\r\nX-Y:  z \r\nx-y:\r\n\r\n\r\n\r\n--b--\t\r\nafter`,
  );
  assert.deepEqual(codes(multipart), []);
  assert.deepEqual(bodies(multipart), ['hello', '\r\n']);
  assert.deepEqual(
    multipart.parts.map(({ headers }) => headers),
    [
      [['Content-Type', 'application/dicom']],
      [
        ['Content-Type', 'image/jp2'],
        ['X-Y', 'z'],
        ['x-y', ''],
      ],
    ],
  );
  assert.equal(textOf(multipart.preamble), 'before');
  assert.equal(textOf(multipart.epilogue), 'after');
  assert.equal(multipart.parts[0]?.offset, 'before\r\n--b\r\n'.length);
});

const legal: readonly [string, string, readonly string[]][] = [
  ['a closing delimiter without a line break', `${PART}--b--`, ['hello']],
  ['an empty preamble line', `\r\n${PART}--b--\r\n`, ['hello']],
  ['a part of header fields only', '--b\r\nA: b\r\n\r\n--b--', ['']],
  ['a part without header fields', '--b\r\n\r\nhello\r\n--b--', ['hello']],
  ['a part without anything', '--b\r\n\r\n--b--', ['']],
  ['line breaks at the end of a body', '--b\r\n\r\nhello\r\n\r\n\r\n--b--', ['hello\r\n\r\n']],
  ['LF and CR in a body', '--b\r\n\r\n\n\r\n\r\r\n--b--', ['\n\r\n\r']],
  ['the boundary in the middle of a line', '--b\r\n\r\nx--b\r\ny--bz --b-- w\r\n--b--', ['x--b\r\ny--bz --b-- w']],
  ['almost the boundary', '--b\r\n\r\n-b\r\n--\r\n--a\r\n--b--', ['-b\r\n--\r\n--a']],
  ['a nested multipart', '--b\r\n\r\n--inner\r\n\r\nx\r\n--inner--\r\n--b--', ['--inner\r\n\r\nx\r\n--inner--']],
];
for (const [name, text, expected] of legal) {
  test(`finds nothing wrong with ${name}`, () => {
    const multipart = read(text);
    assert.deepEqual(codes(multipart), []);
    assert.deepEqual(bodies(multipart), expected);
  });
}

const illegal: readonly [string, string, readonly MultipartDefectCode[], readonly string[]][] = [
  ['an empty body', '', ['no-delimiter'], []],
  ['a body without delimiter', 'hello\r\n', ['no-delimiter'], []],
  ['a closing delimiter only', '--b--\r\n', ['no-parts'], []],
  ['bare LF before a delimiter', '--b\r\n\r\nhello\n--b--', ['bare-lf-before-delimiter'], ['hello']],
  ['bare LF after a delimiter', '--b\n\r\nhello\r\n--b--\r\n', ['bare-lf-after-delimiter'], ['hello']],
  ['no CRLF before the closing delimiter', '--b\r\n\r\nhello--b--\r\n', ['missing-crlf-before-delimiter'], ['hello']],
  [
    'no CRLF before a delimiter',
    '--b\r\nA: b\r\n\r\none--b\r\nA: b\r\n\r\ntwo\r\n--b--',
    ['missing-crlf-before-delimiter'],
    ['one', 'two'],
  ],
  ['CR alone before a delimiter', '--b\r\n\r\nhello\r--b--', ['missing-crlf-before-delimiter'], ['hello\r']],
  [
    'garbage after a boundary',
    '--b\r\n\r\none\r\n--b x\r\n\r\ntwo\r\n--b--',
    ['garbage-after-boundary'],
    ['one', 'two'],
  ],
  ['garbage after the closing boundary', '--b\r\n\r\none\r\n--b--x\r\n', ['garbage-after-close'], ['one']],
  [
    'a line that begins with the boundary',
    '--b\r\n\r\none\r\n--bc\r\ntwo\r\n--b--',
    ['boundary-prefix'],
    ['one\r\n--bc\r\ntwo'],
  ],
  ['no closing delimiter', '--b\r\n\r\nhello', ['missing-closing-delimiter'], ['hello']],
  [
    'an end within a delimiter',
    '--b\r\n\r\nhello\r\n--b',
    ['truncated-delimiter', 'missing-closing-delimiter'],
    ['hello'],
  ],
  [
    'an end within the closing dashes',
    '--b\r\n\r\nhello\r\n--b-',
    ['truncated-delimiter', 'missing-closing-delimiter'],
    ['hello'],
  ],
  ['an end before the boundary is whole', '--b\r\n\r\nhello\r\n--', ['missing-closing-delimiter'], ['hello\r\n--']],
  ['a delimiter after the close', `${PART}--b--\r\n${PART}--b--`, ['delimiter-after-close'], ['hello']],
  ['header fields that end at the next delimiter', '--b\r\nA: b\r\n--b--', ['missing-blank-line'], ['']],
  ['two delimiters on end', '--b\r\n--b\r\n\r\nhello\r\n--b--', ['missing-blank-line'], ['', 'hello']],
  ['a header field without colon', '--b\r\nA b\r\n\r\nhello\r\n--b--', ['malformed-header'], ['hello']],
  ['white space before the colon', '--b\r\nA : b\r\n\r\nhello\r\n--b--', ['malformed-header'], ['hello']],
  ['a control character in a header field', '--b\r\nA: b\x01\r\n\r\nhello\r\n--b--', ['malformed-header'], ['hello']],
  ['a folded header field', '--b\r\nA: b\r\n c\r\n\r\nhello\r\n--b--', ['folded-header'], ['hello']],
  ['bare LF in header fields', '--b\r\nA: b\n\r\nhello\r\n--b--', ['bare-lf-in-headers'], ['hello']],
  ['a header block without end', `--b\r\n${'A: b\r\n'.repeat(20_000)}\r\nhello\r\n--b--`, ['headers-too-large'], []],
  [
    'part header fields before the first delimiter',
    'Content-Type: application/dicom\r\n\r\nlost\r\n--b\r\n\r\nhello\r\n--b--',
    ['content-before-first-delimiter'],
    ['hello'],
  ],
];
for (const [name, text, expected, parts] of illegal) {
  test(`reports ${name}`, () => {
    const multipart = read(text);
    assert.deepEqual(codes(multipart), expected);
    if (parts.length > 0 || !expected.includes('headers-too-large')) assert.deepEqual(bodies(multipart), parts);
  });
}

test('ties a defect to its part and offset', () => {
  const { defects } = read(`${PART}--b\r\nA b\r\n\r\ntwo\r\n--b--`);
  assert.deepEqual(
    defects.map(({ code, part, offset }) => [code, part, offset]),
    [['malformed-header', 1, `${PART}--b\r\n`.length]],
  );
});

test('unfolds a folded field', () => {
  assert.deepEqual(read('--b\r\nA: b\r\n\t c\r\n\r\n\r\n--b--').parts[0]?.headers, [['A', 'b c']]);
  assert.deepEqual(read('--b\r\nA:\r\n b\r\n\r\n\r\n--b--').parts[0]?.headers, [['A', 'b']]);
});

test('judges the boundary and reads on where it can', () => {
  for (const boundary of ['x'.repeat(71), 'with"quote', 'ends in space ', 'caf\xe9', 'semi;colon']) {
    const multipart = read(`--${boundary}\r\n\r\nhello\r\n--${boundary}--`, boundary);
    assert.deepEqual(codes(multipart), ['illegal-boundary'], boundary);
    assert.deepEqual(bodies(multipart), ['hello']);
  }
  for (const boundary of ['x'.repeat(70), "0aZ'()+_,-./:=? ?", '--']) {
    assert.deepEqual(codes(read(`--${boundary}\r\n\r\nhello\r\n--${boundary}--`, boundary)), [], boundary);
  }
  assert.deepEqual(codes(read('--\r\n\r\n----', '')), ['illegal-boundary']);
});

test('bounds the number of parts', () => {
  const multipart = read(`${'--b\r\n\r\n'.repeat(200_010)}--b--`);
  assert.equal(multipart.parts.length, 200_000);
  assert.deepEqual(codes(multipart), ['too-many-parts']);
});

/** A source that starts `lead` bytes before a chunk border of the reader, and counts what is asked for. */
function atChunkBorder(text: string, lead: number): { source: ByteSource; offset: number; largest: () => number } {
  const offset = (1 << 20) - lead;
  const content = bytes(text);
  let largest = 0;
  return {
    offset,
    largest: () => largest,
    source: {
      length: offset + content.length,
      read(at, count) {
        largest = Math.max(largest, count);
        const result = Buffer.alloc(Math.max(0, Math.min(count, offset + content.length - at)), '.');
        for (let index = Math.max(0, offset - at); index < result.length; index++)
          result[index] = content[at + index - offset] ?? 0;
        return result;
      },
    },
  };
}

test('finds the same across a chunk border at every offset, in bounded reads', () => {
  const text = '\r\n--bound\r\nContent-Type: a/b\r\n\r\none\n--bound\r\nA: b\r\n\r\ntwo--bound--\r\nend';
  const expected = readMultipart(memorySource(bytes(text)), 'bound');
  assert.deepEqual(codes(expected), ['bare-lf-before-delimiter', 'missing-crlf-before-delimiter']);
  for (let lead = 0; lead <= text.length; lead++) {
    const { source, offset, largest } = atChunkBorder(text, lead);
    const found = readMultipart(source, 'bound');
    assert.deepEqual(bodies(found), ['one', 'two'], `lead ${lead}`);
    assert.deepEqual(
      found.defects.map(({ code, offset: at }) => [code, at - offset]),
      expected.defects.map(({ code, offset: at }) => [code, at]),
    );
    assert.ok(largest() <= (1 << 20) + 100);
  }
});
