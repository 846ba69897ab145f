import { holdsDicomJson } from '../../answers/json/body.ts';
import { UID_TAGS } from '../../answers/levels.ts';
import { multipartOf } from '../../answers/multipart.ts';
import { mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import { parameter, parseMediaType } from '../../http/media-type.ts';
import type { Multipart } from '../../http/multipart.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse, decodedResponse } from '../complete-response.ts';
import type { ExpectedSearch } from '../search/expected.ts';

/** WADO-RS-032: metadata is offered as XML as well, one part an instance. `exchange` asked for it. */
export function metadataIsOfferedAsXml(exchange: Exchange, stored: readonly StoredInstance[]): Finding {
  return assess('WADO-RS-032', 'returns metadata as Native DICOM Model on request', [exchange], (a) => {
    if (stored.length === 0) a.cannot('prerequisite-failed', 'no stored instance to compare with');
    const uids = stored.map(({ instance }) => instance);
    assessXml(exchange, UID_TAGS.instance, uids, a);
  });
}

/** QIDO-004: results are offered as XML as well, one part a match. `exchange` asked for it. */
export function resultsAreOfferedAsXml(exchange: Exchange, { level, matches }: ExpectedSearch): Finding {
  return assess('QIDO-004', 'returns results as Native DICOM Model on request', [exchange], (a) => {
    if (matches.length === 0) a.cannot('not-exercised', 'nothing is stored that the search could find');
    const uids = matches.map(({ uid }) => uid);
    assessXml(exchange, UID_TAGS[level], uids, a);
  });
}

const DICOM_XML = 'application/dicom+xml';
const XML = `multipart/related of ${DICOM_XML}`;
const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;
const EXCHANGE = { kind: 'exchange' } as const;
const MISSING = 'XML is not offered, as with many servers';

/** 200 with one document of the Native DICOM Model for each UID; not to offer it, or to send JSON instead, is a warning. */
function assessXml(exchange: Exchange, tag: string, uids: readonly string[], a: Assessment): void {
  const answer = completeResponse(exchange, a);
  if (!answer || !assessStatus(answer, { pass: [200], warn: { 406: MISSING, 415: MISSING }, code: 'xml-refused' }, a))
    return;
  const response = decodedResponse(answer, a);
  if (!response) return;
  const type = mediaTypeOf(response);
  if (holdsDicomJson(response)) {
    a.should(false, () => breach('xml-answered-in-json', CONTENT_TYPE, { type: type?.essence ?? null }));
    a.remark(`${MISSING}; the default type is sent instead, where 406 would say so`);
    return;
  }
  // That the type parameter is there is MP-002's; the parts say what they are.
  const what = type && `${type.essence} of ${(parameter(type, 'type') ?? DICOM_XML).toLowerCase()}`;
  a.must(what === XML, () => breach('xml-media-type', CONTENT_TYPE, { type: what }));
  const parts = multipartOf(response)?.parts ?? [];
  a.must(parts.length === uids.length, () =>
    breach('xml-part-count', EXCHANGE, { count: parts.length, expected: uids.length }),
  );
  assessLabels(parts, a);
  const empty = parts.filter(({ body }) => isWithoutAttributes(body.read(0, READ))).length;
  a.must(empty === 0, () => breach('xml-without-attributes', EXCHANGE, { empty, parts: parts.length }));
  // A document without attributes may be that of any.
  let unnamed = empty;
  const named = new Set(parts.flatMap(({ body }) => valuesOf(tag, body.read(0, READ))));
  for (const uid of uids) {
    if (!named.has(uid) && unnamed-- > 0) continue;
    a.must(named.has(uid), () => breach('xml-lacks-document', EXCHANGE, { uid, parts: parts.length }));
  }
}

/** One part with another label tells of all. */
function assessLabels(parts: Multipart['parts'], a: Assessment): void {
  const labels = parts.map(({ headers }) => headerValue(headers, 'Content-Type'));
  const part = labels.findIndex((label) => label === null || parseMediaType(label)?.essence !== DICOM_XML);
  a.must(part < 0, () => breach('xml-part-media-type', { ...CONTENT_TYPE, part }, { type: labels[part] ?? null }));
}

/** A document of the Native DICOM Model in which nothing stands. */
function isWithoutAttributes(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  return /<(\w+:)?NativeDicomModel\b/.test(text) && !/<(\w+:)?DicomAttribute\b/.test(text);
}

/** UIDs stand near the top of a document: this many bytes of each are read. */
const READ = 1 << 20;

/** Values of one attribute of a document, wherever it stands; the bounds keep a hostile document from taking long. */
function valuesOf(tag: string, document: Uint8Array): string[] {
  const attribute = new RegExp(
    `\\btag\\s{0,9}=\\s{0,9}["']${tag}["'][^<>]{0,999}>\\s{0,999}<(?:\\w{1,99}:)?Value\\b[^<>]{0,999}>\\s{0,999}([0-9.]{1,64})`,
    'gi',
  );
  return [...textOf(document).matchAll(attribute)].flatMap(([, value]) => value ?? []);
}

/** A document without its comments, and with CDATA sections and numeric references (XML 1.0 §2.7, §4.1) undone. */
function textOf(document: Uint8Array): string {
  const isUtf16 = document[0] === 0xff;
  const text = Buffer.from(document).toString(isUtf16 ? 'utf16le' : 'latin1');
  const plain = replaced(
    replaced(text, '<!--', '-->', () => ''),
    '<![CDATA[',
    ']]>',
    (content) => content,
  );
  return plain.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (_, hex?: string, decimal?: string) =>
    String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}

/** Replaces what stands between two marks, the marks included. */
function replaced(text: string, open: string, close: string, by: (content: string) => string): string {
  let result = '';
  let at = 0;
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, at)) {
    const end = text.indexOf(close, start + open.length);
    if (end === -1) break;
    result += text.slice(at, start) + by(text.slice(start + open.length, end));
    at = end + close.length;
  }
  return result + text.slice(at);
}
