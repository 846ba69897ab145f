import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { tutorialDataset } from '../../../fixtures/tutorial/index.ts';
import { diagnose } from '../../../lib/answers/diagnosis/diagnose.ts';
import { readAll } from '../../../lib/bytes/byte-source.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { exchange, multipart, multipartBody, type Parts } from '../../judges/exchanges.ts';

const { instances } = tutorialDataset({ rows: 3, columns: 5 });
const [first, other] = instances;
assert.ok(first && other);
const PATH = `http://server/studies/${first.study}/series/${first.series}/instances/${first.instance}`;
const JSON_TYPE = 'application/dicom+json';
const DICOM = 'application/dicom';
const PARTS = 'multipart/related; type="application/dicom"; transfer-syntax=*';
const FRAMES = 'multipart/related; type="application/octet-stream"';

/** What is told of an answer: code and particulars, one line each. */
function told(one: Exchange, earlier: readonly Exchange[] = []): string[] {
  return diagnose(one, { stored: instances, isOurs: () => false, earlier }).map(
    ({ seen: { code, parameters }, part }) => `${code} ${part ?? 'whole'} ${JSON.stringify(parameters)}`,
  );
}

const asked = (accept: string, parts: Parts): Parts => ({ requestHeaders: [['Accept', accept]], ...parts });

function metadata(body: string | Uint8Array, more: Parts = {}): Exchange {
  const headers = [['Content-Type', JSON_TYPE]] as const;
  return exchange(asked(JSON_TYPE, { url: `${PATH}/metadata`, headers, body, ...more }));
}

const element = { '00080018': { vr: 'UI', Value: [first.instance] } };
const LIST = JSON.stringify([element]);

test('an answer that is what was asked for is not diagnosed', () => {
  assert.deepEqual(told(metadata(LIST)), []);
  assert.deepEqual(told(metadata('[]')), []);
  assert.deepEqual(told(metadata(LIST, { method: 'HEAD' })), []);
  assert.deepEqual(told(metadata('', { status: 204 })), []);
  assert.deepEqual(told(metadata('<html></html>', { status: 404 })), []);
  assert.deepEqual(told(multipart(DICOM, [readAll(first.source)], asked(PARTS, { url: PATH }))), []);
});

/** Bodies of metadata, and what is told of them. */
const BODIES: Readonly<Record<string, readonly [body: string | Uint8Array, code: string, particular: string]>> = {
  nothing: ['', 'answer-empty', '"status":200'],
  'a login page': [
    '<!DOCTYPE html><html><head><title>Sign in</title></head><input type="password"></html>',
    'answer-is-login',
    '"title":"Sign in"',
  ],
  'the page of an application': [
    '<!doctype html><html><head><title>Viewer</title></head><body><div id="root"></div><script src="/x.js"></script></body></html>',
    'answer-is-page',
    '"sort":"application"',
  ],
  'an error page': ['<html><head><title>502 Bad Gateway</title></head></html>', 'answer-is-page', '"sort":"error"'],
  'an error object': [
    '{"error":{"code":500,"message":"out of memory"}}',
    'answer-is-error',
    '"message":"out of memory"',
  ],
  'an error in a list': ['[{"message":"no such study","status":404}]', 'answer-is-error', '"no such study"'],
  'an error in plain text': ['Internal error: timeout of the database', 'answer-is-error', 'timeout of the database'],
  'an error in XML': ['<?xml version="1.0"?><Error><Message>Denied</Message></Error>', 'answer-is-error', 'Denied'],
  'an envelope': [`{"count":1,"data":${LIST}}`, 'answer-wrapped', '"wrapper":"data"'],
  'an envelope in an envelope': [`{"response":{"docs":${LIST}}}`, 'answer-wrapped', '"wrapper":"response.docs"'],
  'a list in a list': [`[${LIST}]`, 'answer-wrapped', '"wrapper":"[]"'],
  'JSON in a string': [JSON.stringify(LIST), 'answer-in-another-form', '"form":"json-string"'],
  Base64: [Buffer.from(LIST).toString('base64'), 'answer-in-another-form', '"form":"base64"'],
  'Base64 in a string': [
    JSON.stringify(Buffer.from(LIST).toString('base64')),
    'answer-in-another-form',
    '"form":"base64"',
  ],
  'UTF-16': [Buffer.from(`\ufeff${LIST}`, 'utf16le'), 'answer-in-another-form', '"form":"utf-16"'],
  'UTF-16, big end first': [Buffer.from(LIST, 'utf16le').swap16(), 'answer-in-another-form', '"form":"utf-16"'],
  JSONP: [`callback(${LIST});`, 'answer-in-another-form', '"form":"jsonp","around":"callback(…)"'],
  'a guard before it': [`)]}',\n${LIST}`, 'answer-in-another-form', '"form":"text-before"'],
  'a warning before it': [`Warning: file.php on line 3\n${LIST}`, 'answer-in-another-form', '"form":"text-before"'],
  'a page behind it': [`${LIST}<html>debug</html>`, 'answer-in-another-form', '"form":"text-after"'],
  'itself twice': [`${LIST}${LIST}`, 'answer-in-another-form', '"form":"several-texts"'],
  'a line for each data set': [
    `${JSON.stringify(element)}\n${JSON.stringify(element)}`,
    'answer-in-another-form',
    '"several-texts"',
  ],
  'sizes of chunks': [
    `2f\r\n${LIST.slice(0, 47)}\r\n${(LIST.length - 47).toString(16)}\r\n${LIST.slice(47)}\r\n0\r\n\r\n`,
    'answer-in-another-form',
    '"chunk-sizes"',
  ],
  'HTML escapes': [LIST.replaceAll('"', '&quot;'), 'answer-in-another-form', '"form":"html-escaped"'],
  'percent signs': [encodeURIComponent(LIST), 'answer-in-another-form', '"form":"percent-encoded"'],
  'apostrophes for quotation marks': [LIST.replaceAll('"', "'"), 'answer-in-another-form', '"form":"single-quotes"'],
  'the beginning': [LIST.slice(0, -9), 'answer-cut-off', `"bytes":${LIST.length - 9},"of":null,"round":null`],
  'another instance': [
    JSON.stringify([{ '00080018': { vr: 'UI', Value: [other.instance] } }]),
    'answer-of-another',
    `"found":"${other.name}","isStored":true`,
  ],
  'an instance that nobody stored': [
    '[{"00080018":{"vr":"UI","Value":["1.2.3"]}}]',
    'answer-of-another',
    '"found":"1.2.3","isStored":false',
  ],
  'a PS3.10 file': [readAll(first.source), 'answer-of-another-type', '"found":"application/dicom"'],
  'a PNG picture': [Buffer.from('89504e470d0a1a0a0000', 'hex'), 'answer-of-another-type', '"found":"image/png"'],
};

for (const [name, [body, code, particular]] of Object.entries(BODIES)) {
  test(`metadata answered with ${name}`, () => {
    const [only, ...more] = told(metadata(body));
    assert.deepEqual(more, []);
    assert.ok(only?.startsWith(`${code} whole `), only);
    assert.ok(only?.includes(particular), only);
  });
}

test('where a cut answer was whole before, it is told how much is missing', () => {
  const long = JSON.stringify(Array.from({ length: 40 }, () => element));
  const cut = metadata(long.slice(0, 1024));
  assert.deepEqual(told(cut, [metadata(long)]), [
    `answer-cut-off whole {"bytes":1024,"of":${long.length},"round":"1 KiB"}`,
  ]);
});

test('what was compressed twice is told as that, and what was not declared is left to its own judge', () => {
  const twice = gzipSync(gzipSync(LIST));
  const headers = [
    ['Content-Type', JSON_TYPE],
    ['Content-Encoding', 'gzip'],
  ] as const;
  assert.match(told(metadata(twice, { headers })).join(), /^answer-in-another-form whole {"form":"gzip"/);
  assert.deepEqual(told(metadata(gzipSync(LIST))), []);
});

test('a cache that takes no notice of Accept is told of only where it shows itself', () => {
  const xml = '<?xml version="1.0"?><NativeDicomModel/>';
  const url = `${PATH}/metadata`;
  const made = exchange({
    url,
    requestHeaders: [['Accept', 'application/dicom+xml']],
    headers: [['Content-Type', 'application/dicom+xml']],
    body: xml,
  });
  const again = (more: readonly (readonly [string, string])[]) =>
    metadata(xml, { headers: [['Content-Type', 'application/dicom+xml'], ...more] });
  assert.match(
    told(again([['Age', '12']]), [made]).join(),
    /^answer-from-cache whole {"madeFor":"application\/dicom\+xml","age":12/,
  );
  assert.deepEqual(told(again([]), [made]), []);
  const other = exchange({
    ...{ url: 'http://server/studies/1.9/metadata', requestHeaders: [['Accept', JSON_TYPE]] },
    ...{ headers: [['Content-Type', JSON_TYPE]], body: LIST },
  });
  assert.deepEqual(told(again([]), [other, made]), [], 'that JSON is served of another study is no sign of a cache');
});

test('what lacks attributes and is another study is told as that', () => {
  const of = (study: string, ...tags: readonly string[]) => {
    const more = tags.map((tag) => [tag, { vr: 'LO' }]);
    const uids = { '00080018': { vr: 'UI', Value: [first.instance] }, '0020000D': { vr: 'UI', Value: [study] } };
    return JSON.stringify([{ ...uids, ...Object.fromEntries(more) }]);
  };
  const url = `http://server/studies/${first.study}/metadata`;
  const whole = metadata(of(first.study, '00104000'), { url, id: 'X.0' });
  assert.match(told(metadata(of(first.study), { url }), [whole]).join(), /^answer-thinner-than-before whole/);
  assert.match(told(metadata(of('1.2.3'), { url }), [whole]).join(), /^answer-of-another whole .*"level":"study"/);
});

test('parts of a retrieve are told each for itself', () => {
  const file = readAll(first.source);
  const parts = (bodies: readonly (Uint8Array | string)[]) =>
    told(multipart(DICOM, bodies, asked(PARTS, { url: PATH })));
  assert.match(parts(['']).join(), /^part-empty 0/);
  assert.match(
    parts([file.subarray(0, 1024)]).join(),
    new RegExp(`^part-cut-off 0 .*"bytes":1024,"of":${file.length}.*"1 KiB"`),
  );
  assert.match(parts([file, gzipSync(file)]).join(), /^part-of-another-type 1 .*"application\/gzip"/);
  assert.match(parts([file, '{"error":"x"}']).join(), /^part-of-another-type 1 .*"application\/json"/);
  assert.match(parts([readAll(other.source)]).join(), /^answer-of-another whole .*"level":"instance"/);
});

test('a multipart body that ends within a part, or within a delimiter, is cut off; one that is not closed is not', () => {
  const file = readAll(first.source);
  const body = multipartBody([
    { headers: [['Content-Type', DICOM]], body: file },
    { headers: [['Content-Type', DICOM]], body: file },
  ]);
  const cutAt = (length: number) =>
    told(multipart(DICOM, [], asked(PARTS, { url: PATH, body: body.subarray(0, length) })));
  const end = body.length - '\r\n--b--\r\n'.length;
  assert.match(cutAt(end - 10).join(), new RegExp(`^answer-cut-off whole {"bytes":${end - 10},"of":${end}`));
  assert.match(cutAt(body.indexOf('\r\n--b', 10) + 8).join(), /^answer-cut-off whole/);
  assert.deepEqual(cutAt(end), []);
});

test('frames in place of which something else comes', () => {
  const frame = (body: Uint8Array) =>
    told(multipart('application/octet-stream', [body], asked(FRAMES, { url: `${PATH}/frames/1` })));
  const pixels = first.dataSet.elements.get('7FE00010')?.value;
  const others = other.dataSet.elements.get('7FE00010')?.value;
  assert.ok(pixels && others);
  assert.deepEqual(frame(readAll(pixels).subarray(0, 45)), []);
  assert.match(frame(readAll(first.source)).join(), /^part-of-another-type 0 .*"found":"application\/dicom"/);
  assert.match(frame(Buffer.from('ffd8ffe000104a464946', 'hex')).join(), /^part-of-another-type 0 .*"image\/jpeg"/);
  assert.match(frame(readAll(pixels).subarray(0, 20)).join(), /^part-cut-off 0 .*"bytes":20,"of":45/);
  assert.match(
    frame(readAll(others).subarray(0, 45)).join(),
    new RegExp(`^frame-of-another 0 .*"name":"${other.name}"`),
  );
});

test('a document is octets as bulk data, and none in place of a frame', () => {
  const at = (path: string) =>
    told(multipart('application/octet-stream', ['%PDF-1.7\n'], asked(FRAMES, { url: `${PATH}/${path}` })));
  assert.deepEqual(at('bulkdata/00420011'), []);
  assert.match(at('frames/1').join(), /^part-of-another-type 0 .*"application\/pdf"/);
});
