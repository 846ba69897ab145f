import { acceptedTypes, requestedTransferSyntaxes } from '../../answers/accept.ts';
import { dicomParts } from '../../answers/dicom/parts.ts';
import { partOf, representationsOf } from '../../answers/multipart.ts';
import { mediaTypeOf } from '../../answers/response.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { StatusCode } from '../../breaches/catalogue.ts';
import type { Place } from '../../breaches/place.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import { headerValue } from '../../http/exchange.ts';
import { parameter, parseMediaType } from '../../http/media-type.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus, retrieved } from '../assess-status.ts';
import { completeResponse, decodedResponse, successfulResponse } from '../complete-response.ts';
import { keepsWhatWasStored, tracesWhatItCoerced } from './fidelity.ts';

/** What was asked for: the level of a retrieve resource. */
export type RetrieveLevel = 'study' | 'series' | 'instance';

const REQUIREMENT = { study: 'WADO-RS-001', series: 'WADO-RS-002', instance: 'WADO-RS-003' } as const;

/**
 * The answer to a retrieve of a study, a series or an instance against the instances that it has to hold: WADO-RS-001,
 * -002 or -003 by level; WADO-RS-004, exactly these (in -003 at instance level); STOW-032, equal to what was stored;
 * STOW-024, coercion leaves its trace.
 */
export function instancesAre(exchange: Exchange, level: RetrieveLevel, stored: readonly StoredInstance[]): Finding[] {
  return [
    returnsInstances(exchange, level, stored),
    ...(level === 'instance' ? [] : [holdsEachInstanceOnce(exchange, stored)]),
    keepsWhatWasStored(exchange, stored),
    tracesWhatItCoerced(exchange, stored),
  ];
}

/** WADO-RS-001, -002, -003: 200 with multipart/related of application/dicom, and what was asked for is in it. */
export function returnsInstances(exchange: Exchange, level: RetrieveLevel, stored: readonly StoredInstance[]): Finding {
  const claim = level === 'instance' ? 'returns the instance that is named' : `returns the instances of the ${level}`;
  return assess(REQUIREMENT[level], claim, [exchange], (a) => {
    const answer = completeResponse(exchange, a);
    if (!answer || (!assessStatus(answer, retrieved(refusal(exchange, answer)), a) && answer.status !== 206)) return;
    const response = decodedResponse(answer, a);
    if (!response) return;
    assessMediaTypes(exchange, response, level, a);
    const held = [...dicomParts(response)].map((part) => ('error' in part ? null : part.instance));
    const wanted = new Set<string | null>(stored.map(({ instance }) => instance));
    a.must(
      held.some((uid) => wanted.has(uid)),
      () => nothingKnown(held, level),
    );
    if (level === 'instance') a.must(held.length === 1, () => notOne(held, stored));
  });
}

/** A server that refuses the wildcard says nothing of instances. */
function refusal(exchange: Exchange, { status }: ExchangeResponse): StatusCode {
  const isWildcard = status === 406 && requestedTransferSyntaxes(exchange).includes('*');
  return isWildcard ? 'any-transfer-syntax-refused' : 'instances-not-retrieved';
}

/** UIDs of the parts of an answer; null for one that cannot be read. */
type Held = readonly (string | null)[];

const EXCHANGE = { kind: 'exchange' } as const;

function nothingKnown(held: Held, level: RetrieveLevel): SeenBreach {
  const foreign = held.find((uid) => uid !== null);
  if (foreign) return breach('foreign-instance', EXCHANGE, { instance: foreign });
  if (held.length === 0) return breach('retrieve-empty', EXCHANGE, { level });
  return breach('retrieve-unreadable', EXCHANGE, { level, parts: held.length });
}

function notOne(held: Held, stored: readonly StoredInstance[]): SeenBreach {
  const instance = stored[0]?.instance ?? '';
  if (held.length === 0) return breach('retrieve-empty', EXCHANGE, { level: 'instance' });
  if (held.every((uid) => uid === instance)) return breach('instance-repeated', EXCHANGE, { instance });
  return breach('instance-with-others', EXCHANGE, { instance, count: held.length });
}

const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;

function assessMediaTypes(exchange: Exchange, response: ExchangeResponse, level: RetrieveLevel, a: Assessment): void {
  const type = mediaTypeOf(response);
  const single = level === 'instance' && acceptedTypes(exchange).some(({ essence }) => essence === 'application/dicom');
  const multipart = type?.essence === 'multipart/related';
  const root = type && parameter(type, 'type');
  a.must((multipart && isDicom(root ?? 'application/dicom')) || (single && type?.essence === 'application/dicom'), () =>
    labelledOtherwise(response, multipart ? root : null),
  );
  for (const representation of representationsOf(response)) {
    if (representation.part === undefined) continue;
    a.must(representation.mediaType?.essence === 'application/dicom', () =>
      breach(
        'instance-part-media-type',
        { ...CONTENT_TYPE, ...partOf(representation) },
        { type: headerValue(representation.headers, 'Content-Type') },
      ),
    );
  }
}

/** A type parameter that contradicts the parts is told as that. */
function labelledOtherwise(response: ExchangeResponse, announced: string | null): SeenBreach {
  const [first] = representationsOf(response);
  const actual = first ? headerValue(first.headers, 'Content-Type') : null;
  if (announced !== null && first?.mediaType?.essence === 'application/dicom') {
    return breach('multipart-type-untrue', CONTENT_TYPE, { announced, actual });
  }
  return breach('instances-media-type', CONTENT_TYPE, { type: headerValue(response.headers, 'Content-Type') });
}

function isDicom(mediaType: string): boolean {
  return parseMediaType(mediaType)?.essence === 'application/dicom';
}

/** WADO-RS-004: the parts are the instances of the resource, each once and nothing else, in any order. */
export function holdsEachInstanceOnce(exchange: Exchange, stored: readonly StoredInstance[]): Finding {
  return assess('WADO-RS-004', 'holds every instance once and no other', [exchange], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response) return;
    const missing = new Map<string | null, StoredInstance>(stored.map((instance) => [instance.instance, instance]));
    const known = new Set(missing.keys());
    for (const part of dicomParts(response)) {
      const place = { kind: 'part', part: part.representation.part ?? 0 } as const;
      const uid = 'error' in part ? null : part.instance;
      a.must(missing.delete(uid), () => unexpectedPart(uid, known, place));
    }
    for (const { instance, name } of missing.values()) {
      a.must(false, () => breach('instance-missing', EXCHANGE, { instance, name }));
    }
  });
}

function unexpectedPart(instance: string | null, known: ReadonlySet<string | null>, where: Place): SeenBreach {
  if (instance === null) return breach('retrieve-unreadable', where, { level: 'instance', parts: 1 });
  return breach(known.has(instance) ? 'instance-repeated' : 'foreign-instance', where, { instance });
}
