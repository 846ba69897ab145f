import { byteDifference } from '../../answers/dicom/byte-pattern.ts';
import { elementAt } from '../../answers/dicom/element-at.ts';
import { compareBytes, type ElementIn, isText, littleEndianOf } from '../../answers/dicom/element-values.ts';
import { pixelShapeOf } from '../../answers/dicom/pixel-pattern.ts';
import { partOf, representationsOf } from '../../answers/multipart.ts';
import { mediaTypeOf } from '../../answers/response.ts';
import { byteWindow } from '../../answers/wording.ts';
import { breach } from '../../breaches/breach.ts';
import { frameCount } from '../../dicom/frames.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { transferSyntaxName } from '../../dicom/transfer-syntax-name.ts';
import { numbers } from '../../dicom/values.ts';
import { vrFacts } from '../../dicom/vr.ts';
import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus, retrieved, type StatusExpectation } from '../assess-status.ts';
import { completeResponse, decodedResponse } from '../complete-response.ts';
import { answerUnder, wantsForeignCredentials } from '../followed-link.ts';
import { doesNotDecode } from '../not-decoded.ts';
import { OCTETS } from './bulkdata-media-types.ts';

const PIXEL_DATA = '7FE00010';

const { breach: notRetrieved } = retrieved('bulkdata-not-retrieved');
/** A partial answer is a breach of its own here as well. */
const RETRIEVED_VALUE: StatusExpectation = { pass: [200], ...(notRetrieved ? { breach: notRetrieved } : {}) };

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
    for (const reference of references) assessReference(reference, a.about(reference.exchange));
  });
}

function assessReference({ stored, path, exchange, base }: FollowedReference, a: Assessment): void {
  const element = { tag: path.slice(-8), path, name: stored.name };
  const answer = answerUnder(
    { url: exchange.request.url, exchange, base, link: 'BulkDataURI' },
    { kind: 'exchange' },
    a,
  );
  if (!answer || isNotDecoded(answer, stored, path, a) || !assessStatus(answer, RETRIEVED_VALUE, a)) return;
  const response = decodedResponse(answer, a);
  if (!response) return;
  const representations = representationsOf(response);
  const [representation] = representations;
  a.must(representations.length === 1 || representations.length === framesAt(stored, path), () =>
    breach('bulkdata-parts', { kind: 'exchange' }, { ...element, parts: representations.length }),
  );
  if (!representation) return;
  const held = storedElement(stored, path, a);
  if (!held) return;
  const expected = littleEndianOf(held);
  const compared = compareBytes(expected, representation.body, mayBePadded(held));
  const offset = compared.kind === 'different' ? (compared.offset ?? 0) : 0;
  a.must(compared.kind === 'equal', () =>
    breach(
      'bulkdata-bytes-changed',
      { kind: 'bytes', offset, ...partOf(representation) },
      {
        ...element,
        stored: expected.length,
        returned: representation.body.length,
        ...byteDifference(expected, representation.body, path === PIXEL_DATA ? pixelShapeOf(held.dataSet) : null),
      },
      byteWindow(expected, representation.body, offset),
    ),
  );
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

const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;

/** WADO-RS-058: a bulk data reference can be had as multipart/related of application/octet-stream. */
export function isServedAsOctetStream(exchange: Exchange, of?: Omit<FollowedReference, 'exchange'>): Finding {
  return assess('WADO-RS-058', 'serves bulk data as multipart octet-stream', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response || (of && isNotDecoded(response, of.stored, of.path, a))) return;
    if (of && wantsForeignCredentials(response, exchange, of.base, a)) return;
    const refusal: StatusExpectation = { pass: [200], code: 'bulkdata-octets-refused' };
    if (!assessStatus(response, response.status === 406 ? refusal : RETRIEVED_VALUE, a)) return;
    a.must(mediaTypeOf(response)?.essence === 'multipart/related', () =>
      breach('bulkdata-media-type', CONTENT_TYPE, { type: headerValue(response.headers, 'Content-Type') }),
    );
    const decoded = decodedResponse(response, a);
    if (!decoded) return;
    const representations = representationsOf(decoded);
    if (representations.length === 0) {
      a.cannot('prerequisite-failed', 'there is no part');
      return;
    }
    for (const representation of representations) {
      a.must(representation.mediaType?.essence === OCTETS, () =>
        breach(
          'bulkdata-part-media-type',
          { ...CONTENT_TYPE, ...partOf(representation) },
          { type: headerValue(representation.headers, 'Content-Type') },
        ),
      );
    }
  });
}
