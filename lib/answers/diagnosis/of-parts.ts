import { breach } from '../../breaches/breach.ts';
import { type ByteSource, firstDifference } from '../../bytes/byte-source.ts';
import { type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import { multipartOf, type Representation, representationsOf } from '../multipart.ts';
import { isBeginningOf, roundSize } from './cut-off.ts';
import type { Diagnosis, Known } from './diagnosis.ts';
import type { ExpectedType } from './expected-type.ts';
import { beginningOf, formatOf, isSameFormat } from './format.ts';
import { pageIn } from './page.ts';
import { bytesBeforeFrame, pixelsIn } from './pixels-in.ts';

/** So many parts of an answer are looked at. */
const MOST_PARTS = 20;
/** Types whose bytes have no form of their own. */
const WITHOUT_FORM = 'application/octet-stream';

/** What the parts of an answer are, where they are something else than they should be. */
export function ofParts(
  response: ExchangeResponse,
  expected: ExpectedType,
  url: string,
  known: Known,
): readonly Diagnosis[] {
  const parts = representationsOf(response).slice(0, MOST_PARTS);
  const inFragments = ofFragments(parts, expected, url, known);
  if (inFragments) return [inFragments];
  const isOpen = isNotClosed(response);
  return parts.flatMap((part, index) => {
    const found = ofPart(part, index, expected, url, known);
    const isLast = isOpen && index === parts.length - 1;
    return found && !(isLast && found.seen.code === 'part-empty') ? [found] : [];
  });
}

/** Pixel data as it lies in the file, a part for each fragment, where the bytes of the value were asked for. */
function ofFragments(
  parts: readonly Representation[],
  { ofParts: due }: ExpectedType,
  url: string,
  { stored }: Known,
): Diagnosis | null {
  if (due !== WITHOUT_FORM || /\/frames\/[^/]*$/.test(url)) return null;
  const instance = stored.find((one) => url.includes(`/instances/${one.instance}/`));
  const fragments = instance?.dataSet.elements.get('7FE00010')?.fragments ?? [];
  const isFragment = ({ body }: Representation): boolean =>
    body.length > 0 &&
    fragments.some((fragment) => fragment.length === body.length && firstDifference(fragment, body) < 0);
  if (!instance || !parts.some(isFragment)) return null;
  const facts = { name: instance.name, parts: parts.length };
  return { seen: breach('bulkdata-in-fragments', { kind: 'exchange' }, facts), part: null };
}

function isNotClosed(response: ExchangeResponse): boolean {
  return multipartOf(response)?.defects.some(({ code }) => code === 'missing-closing-delimiter') ?? false;
}

function ofPart(
  { body, headers, part }: Representation,
  index: number,
  { ofParts, essence }: ExpectedType,
  url: string,
  known: Known,
): Diagnosis | null {
  const due = ofParts ?? essence;
  const where = { kind: 'part', part: index } as const;
  const about = (seen: Diagnosis['seen']): Diagnosis => ({ seen, part: part ?? null });
  if (body.length === 0) return about(breach('part-empty', where, { part: index, expected: due }));
  const label = headerValue(headers, 'Content-Type');
  const found = formatOf(body);
  // A multipart body without its label or boundary is told as that.
  const isWhole = part === undefined && found === 'multipart/related';
  if (found !== null && !isWhole && !mayBe(found, due) && !(due === WITHOUT_FORM && mayBeStored(found, url))) {
    const title = pageIn(body)?.title ?? null;
    return about(breach('part-of-another-type', where, { part: index, found, label, expected: due, title }));
  }
  const before = found === null ? bytesBefore(body, due, url, known) : null;
  if (before !== null) return about(breach('part-begins-late', where, { part: index, ...before }));
  const whole = due === WITHOUT_FORM ? null : storedWith(body, known);
  if (whole) return about(cutOff(index, body, whole.source.length, whole.name, where));
  const pixels = due === WITHOUT_FORM ? pixelsIn(body, url, known.stored) : null;
  if (pixels === null) return null;
  const { name, wanted } = pixels;
  return 'of' in pixels
    ? about(cutOff(index, body, pixels.of, name, where))
    : about(breach('frame-of-another', where, { part: index, name, frame: pixels.frame, wanted }));
}

/** Before the prefix of a file stand 128 bytes. */
const BEFORE_PREFIX = 128;

/** What stands before the file or the pixels that are due; null where nothing does, or the part is something else. */
function bytesBefore(body: ByteSource, due: string, url: string, { stored }: Known) {
  const head = beginningOf(body);
  const prefix = due === 'application/dicom' ? head.indexOf('DICM') - BEFORE_PREFIX : 0;
  const bytes = due === WITHOUT_FORM ? bytesBeforeFrame(body, url, stored) : prefix;
  if (bytes === null || bytes <= 0) return null;
  const before = head.slice(0, bytes);
  return { bytes, before: /^[\t\r\n\x20-\x7e]+$/.test(before) ? before : null };
}

/** Whether bytes of a format can be what is due: of uncompressed pixels they are none of the known ones. */
function mayBe(found: string, due: string): boolean {
  if (due === '*/*') return true;
  return isSameFormat(found, due) || (due.startsWith('image/') && found.startsWith('image/'));
}

/** Formats that a document has which is the value of an attribute (PS3.3 §C.24.2): its bulk data are octets all the same. */
const DOCUMENTS = ['application/pdf', 'application/zip', 'application/xml'];

function mayBeStored(found: string, url: string): boolean {
  return DOCUMENTS.includes(found) && !/\/frames\/[^/]*$/.test(url);
}

/** The stored file of which a body is the beginning. */
function storedWith(body: ByteSource, { stored }: Known) {
  return stored.find(({ source }) => isBeginningOf(body, source));
}

function cutOff(part: number, body: ByteSource, of: number, name: string, where: Diagnosis['seen']['where']) {
  return breach('part-cut-off', where, { part, bytes: body.length, of, name, round: roundSize(body.length) });
}
