import { mediaTypeOf } from '../../answers/response.ts';
import { quoted } from '../../answers/wording.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import { parameter, parseMediaType } from '../../http/media-type.ts';
import type { Finding, Where } from '../../results/finding.ts';
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

const CONTENT_TYPE: Where = { kind: 'header', name: 'Content-Type' };

function isLabelledMultipartRelated(exchange: Exchange): Finding {
  return assess('MP-001', 'labels the response multipart/related', [exchange], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response) return;
    if (response.body.length === 0) {
      a.cannot('prerequisite-failed', 'there is no payload to label');
      return;
    }
    a.must(mediaTypeOf(response)?.essence === 'multipart/related', () => ({
      expected: 'multipart/related',
      actual: quoted(headerValue(response.headers, 'Content-Type')),
      where: CONTENT_TYPE,
    }));
  });
}

function namesBoundaryAndType(exchange: Exchange): Finding {
  return assess('MP-002', 'has the boundary and type parameters', [exchange], (a) => {
    const found = multipartType(exchange, a);
    if (!found) return;
    const { response, type } = found;
    const actual = quoted(headerValue(response.headers, 'Content-Type'));
    a.must(parameter(type, 'boundary') !== null, () => ({
      expected: 'a boundary parameter',
      actual,
      where: CONTENT_TYPE,
    }));
    a.should(parameter(type, 'type') !== null, () => ({ expected: 'a type parameter', actual, where: CONTENT_TYPE }));
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
    a.must(actual !== null && parseMediaType(announced)?.essence === actual.essence, () => ({
      expected: `a root part of type ${quoted(announced)}`,
      actual: quoted(value),
      where: { kind: 'header', name: 'Content-Type', part: Math.max(index, 0) },
    }));
  });
}
