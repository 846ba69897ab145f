import { isInParts } from '../../answers/multipart.ts';
import { describeBody, isSuccess, mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import { parameter, parseMediaType } from '../../http/media-type.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { successfulResponse } from '../complete-response.ts';
import { assessParts, multipartType } from './assess-parts.ts';
import { boundaryIsLegal, isDelimitedByTheGrammar } from './delimiters.ts';
import { assessContentLocations, assessContentTypes, assessEncodings, assessLengths } from './parts.ts';

/** MP-001 to MP-009 over one response that was asked for as multipart/related: a finding for each. */
export function multipartIsWellFormed(exchange: Exchange): Finding[] {
  return [
    isLabelledMultipartRelated(exchange),
    namesBoundaryAndType(exchange),
    typeIsThatOfTheRoot(exchange),
    isDelimitedByTheGrammar(exchange),
    boundaryIsLegal(exchange),
    assessParts('MP-006', 'starts each part with its header fields', exchange, assessContentTypes),
    assessParts('MP-007', 'states the exact length of each part', exchange, assessLengths),
    assessParts('MP-008', 'locates the resource that each part stands for', exchange, assessContentLocations),
    assessParts('MP-009', 'sends parts as plain octets', exchange, assessEncodings),
  ];
}

/** MP-002, MP-004 and MP-009, in breach of which nobody can read the parts of an answer; nothing where it has none. */
export function partsCanBeRead(exchange: Exchange): Finding[] {
  const { response } = exchange;
  if (!response || !isSuccess(response) || mediaTypeOf(response)?.type !== 'multipart') return [];
  return [
    namesBoundaryAndType(exchange),
    isDelimitedByTheGrammar(exchange),
    assessParts('MP-009', 'sends parts as plain octets', exchange, assessEncodings),
  ];
}

const CONTENT_TYPE: Place = { kind: 'header', name: 'Content-Type' };

function isLabelledMultipartRelated(exchange: Exchange): Finding {
  return assess('MP-001', 'labels the response multipart/related', [exchange], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response) return;
    if (response.body.length === 0) {
      a.cannot('prerequisite-failed', 'there is no payload to label');
      return;
    }
    // An answer of one part where several were asked for is judged with what it should hold.
    if (!isInParts(response)) {
      a.cannot('prerequisite-failed', `the answer has no parts: ${describeBody(response)}`);
      return;
    }
    a.must(mediaTypeOf(response)?.essence === 'multipart/related', () =>
      breach('multipart-labelled-otherwise', CONTENT_TYPE, { type: headerValue(response.headers, 'Content-Type') }),
    );
  });
}

function namesBoundaryAndType(exchange: Exchange): Finding {
  return assess('MP-002', 'has the boundary and type parameters', [exchange], (a) => {
    const found = multipartType(exchange, a);
    if (!found) return;
    const { response, type } = found;
    const value = headerValue(response.headers, 'Content-Type') ?? '';
    a.must(parameter(type, 'boundary') !== null, () =>
      breach('multipart-without-boundary', CONTENT_TYPE, { type: value }),
    );
    a.should(parameter(type, 'type') !== null, () => breach('multipart-without-type', CONTENT_TYPE, { type: value }));
  });
}

function typeIsThatOfTheRoot(exchange: Exchange): Finding {
  return assessParts('MP-003', 'names the type of the root part', exchange, (multipart, response, _, a) => {
    const message = mediaTypeOf(response);
    const announced = message && parameter(message, 'type');
    const start = message && parameter(message, 'start');
    const index =
      start === null ? 0 : multipart.parts.findIndex(({ headers }) => headerValue(headers, 'Content-ID') === start);
    const root = multipart.parts[Math.max(index, 0)];
    if (announced === null || !root) {
      a.cannot('prerequisite-failed', root ? 'there is no type parameter' : 'there is no part');
      return;
    }
    const value = headerValue(root.headers, 'Content-Type');
    const actual = value === null ? null : parseMediaType(value);
    a.must(actual !== null && parseMediaType(announced)?.essence === actual.essence, () => {
      const where = { kind: 'header', name: 'Content-Type', part: Math.max(index, 0) } as const;
      return breach('multipart-type-untrue', where, { announced, actual: value });
    });
  });
}
