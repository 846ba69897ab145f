import { compareBytes, type ElementIn, isText, littleEndianOf } from '../../answers/dicom/element-values.ts';
import { transferSyntaxName } from '../../answers/dicom/transfer-syntaxes.ts';
import { partOf, representationsOf } from '../../answers/multipart.ts';
import { idPrefix, mediaTypeOf } from '../../answers/response.ts';
import { byteWindow, counted, quoted, tagName } from '../../answers/wording.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { frameCount } from '../../dicom/frames.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { numbers } from '../../dicom/values.ts';
import { vrFacts } from '../../dicom/vr.ts';
import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse, decodedResponse } from '../complete-response.ts';
import { answerUnder, wantsForeignCredentials } from '../followed-link.ts';
import { doesNotDecode, OCTETS } from './bulkdata-media-types.ts';

const PIXEL_DATA = '7FE00010';

/** One reference in metadata: the element it stands for, and the exchange that followed it. */
export interface FollowedReference {
  readonly stored: StoredInstance;
  /** Path of the element: `7FE00010`, or `00880200[1].7FE00010` below a sequence. */
  readonly path: string;
  readonly exchange: Exchange;
  /** URL of the metadata: relative references count from there. */
  readonly base: string;
}

/** WADO-RS-037: each reference leads to the value of its element. */
export function referencesLeadToTheirValues(...references: readonly FollowedReference[]): Finding {
  const exchanges = references.map(({ exchange }) => exchange);
  return assess('WADO-RS-037', 'gives the value of an element under its BulkDataURI', exchanges, (a) => {
    for (const reference of references) assessReference(reference, idPrefix(reference.exchange, exchanges), a);
  });
}

function assessReference({ stored, path, exchange, base }: FollowedReference, prefix: string, a: Assessment): void {
  const place = `${prefix}${stored.name}, ${path}: `;
  const answer = answerUnder({ url: exchange.request.url, exchange, base }, { kind: 'exchange' }, a);
  if (!answer || isNotDecoded(answer, stored, path, a) || !assessStatus(answer, { pass: [200] }, place, a)) return;
  const response = decodedResponse(answer, a);
  if (!response) return;
  const representations = representationsOf(response);
  const [representation] = representations;
  a.must(representations.length === 1 || representations.length === framesAt(stored, path), () => ({
    expected: `one value for ${path} of ${stored.name}`,
    actual: `${prefix}${counted(representations.length, 'part')}`,
    where: { kind: 'exchange' },
  }));
  if (!representation) return;
  const element = storedElement(stored, path, a);
  if (!element) return;
  const expected = littleEndianOf(element);
  const compared = compareBytes(expected, representation.body, mayBePadded(element));
  const offset = compared.kind === 'different' ? (compared.offset ?? 0) : 0;
  a.must(compared.kind === 'equal', () => ({
    expected: `${tagName(path.slice(-8))} of ${stored.name}, ${counted(expected.length, 'byte')}`,
    actual: `${prefix}${compared.kind === 'different' ? compared.actual : ''}`,
    where: { kind: 'bytes', offset, ...partOf(representation) },
    bytes: byteWindow(expected, representation.body, offset),
  }));
}

function isNotDecoded(answer: ExchangeResponse, stored: StoredInstance, path: string, a: Assessment): boolean {
  return path === PIXEL_DATA && doesNotDecode(answer, stored, a);
}

/** The parts that encapsulated pixel data may come in, frame by frame; null for every other value, which is one. */
function framesAt(stored: StoredInstance, path: string): number | null {
  const found = elementAt(stored.dataSet, path);
  return found?.element.fragments ? frameCount(found.dataSet) : null;
}

/** The stored element; null, with the reason, where the bytes that are due are not known. */
function storedElement(stored: StoredInstance, path: string, a: Assessment): ElementIn | null {
  const found = elementAt(stored.dataSet, path);
  const why = !found
    ? 'nothing was stored there'
    : found.element.fragments
      ? `it was stored as ${transferSyntaxName(stored.transferSyntax)}, which may come in several forms`
      : found.element.items || isText(found.element.vr)
        ? `the form of ${found.element.vr} as bulk data is not defined`
        : null;
  if (found && why === null) return found;
  a.cannot('not-exercised', `${stored.name}, ${path}: ${why}`);
  return null;
}

/** A byte of padding means nothing where a value may be of odd length, which one of longer samples may not. */
function mayBePadded({ element, dataSet }: ElementIn): boolean {
  if (element.tag !== PIXEL_DATA) return vrFacts(element.vr).valueSize === 1;
  return (numbers(dataSet, '00280100')[0] ?? 8) <= 8;
}

function elementAt(dataSet: DataSet, path: string): ElementIn | null {
  const [, tag = '', item, rest] = /^([0-9A-F]{8})(?:\[([0-9]+)\]\.(.+))?$/.exec(path) ?? [];
  const element = dataSet.elements.get(tag);
  if (!element) return null;
  if (item === undefined || rest === undefined) return { element, dataSet };
  const below = element.items?.[Number(item) - 1];
  return below ? elementAt(below, rest) : null;
}

/** WADO-RS-058: a bulk data reference can be had as multipart/related of application/octet-stream. */
export function isServedAsOctetStream(exchange: Exchange, of?: Omit<FollowedReference, 'exchange'>): Finding {
  return assess('WADO-RS-058', 'serves bulk data as multipart octet-stream', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response || (of && isNotDecoded(response, of.stored, of.path, a))) return;
    if (of && wantsForeignCredentials(response, exchange, of.base, a)) return;
    if (!assessStatus(response, { pass: [200] }, '', a)) return;
    a.must(mediaTypeOf(response)?.essence === 'multipart/related', () => ({
      expected: `multipart/related; type="${OCTETS}"`,
      actual: quoted(headerValue(response.headers, 'Content-Type')),
      where: { kind: 'header', name: 'Content-Type' },
    }));
    const decoded = decodedResponse(response, a);
    if (!decoded) return;
    for (const representation of representationsOf(decoded)) {
      a.must(representation.mediaType?.essence === OCTETS, () => ({
        expected: `a part of type ${OCTETS}`,
        actual: quoted(headerValue(representation.headers, 'Content-Type')),
        where: { kind: 'header', name: 'Content-Type', ...partOf(representation) },
      }));
    }
  });
}
