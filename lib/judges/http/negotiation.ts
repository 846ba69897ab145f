import { DICOM_JSON, DICOM_XML, servedType } from '../../answers/served-type.ts';
import { breach } from '../../breaches/breach.ts';
import type { ResourcePath } from '../../dicomweb/operations.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessServedType, assessShown, showsIt } from '../assess-served.ts';
import { assessStatus } from '../assess-status.ts';
import { otherRefusals, refusals, statusBesideTwin } from '../beside-twin.ts';
import { completeResponse } from '../complete-response.ts';

/** A request beside the same one with a usual Accept field, and what both ask for. */
interface Negotiated {
  readonly exchange: Exchange;
  readonly twin: Exchange;
  readonly path: ResourcePath;
}

/** COMMON-009: a request without Accept is refused with 406; the type that a server chooses by itself is warned of. */
export function refusesWithoutAccept({ exchange, twin }: Negotiated): Finding {
  const consent = 'RFC 9110 §12.5.1 reads a missing Accept as consent to any type';
  return statusBesideTwin('COMMON-009', 'answers 406 where there is no Accept field', exchange, twin, {
    pass: [406],
    warn: { ...otherRefusals(406), 200: consent, 204: consent },
    code: 'missing-accept-served',
  });
}

/**
 * COMMON-011: an entry of Accept that no server knows is skipped, and the usual one beside it is served. `malformed` has an
 * entry that is no media type at all: to refuse the whole field for that is a warning.
 */
export function skipsUnknownEntries({ exchange, twin, path }: Negotiated, malformed: Exchange): Finding {
  const all = [exchange, malformed, twin];
  return assess('COMMON-011', 'skips what it does not know in Accept and serves the rest', all, (a) => {
    if (!showsIt(twin, path, a)) return;
    for (const each of [exchange, malformed]) {
      const response = completeResponse(each, a);
      if (!response) continue;
      const one = a.about(each);
      const warn = each === malformed ? refusals('refused for an entry that is no media type') : {};
      const expectation = { pass: [200], warn, code: 'unknown-accept-entry-refused' } as const;
      if (!assessStatus(response, expectation, one)) continue;
      if (assessServedType(response, DICOM_JSON, 'unknown-accept-entry-changes-type', one.must))
        assessShown(each, path, a);
    }
  });
}

const RANGE_REFUSED = refusals('refused, as if the range matched nothing');

/** COMMON-014: `application/*` matches what the server has of that kind; to refuse it, or to take no notice, warns. */
export function matchesRanges(...negotiated: readonly Negotiated[]): Finding {
  const all = negotiated.flatMap(({ exchange, twin }) => [exchange, twin]);
  return assess('COMMON-014', 'serves application/* with a type of that range', all, (a) => {
    for (const { exchange, twin, path } of negotiated) {
      const response = showsIt(twin, path, a) ? completeResponse(exchange, a) : null;
      if (!response) continue;
      const one = a.about(exchange);
      const expectation = { pass: [200], warn: RANGE_REFUSED, code: 'accept-range-refused' } as const;
      if (!assessStatus(response, expectation, one)) continue;
      if (servedType(response) === 'application/dicom+xml') one.note('XML, which is of that range too');
      else if (assessServedType(response, DICOM_JSON, 'accept-range-ignored', one.should))
        assessShown(exchange, path, a);
    }
  });
}

/** COMMON-013: JSON, which the client rates with 0 beside anything else, does not come: another type, or 406. */
export function sendsNothingRatedZero({ exchange, twin, path }: Negotiated): Finding {
  return assess('COMMON-013', 'does not send the type that is rated with 0', [exchange, twin], (a) => {
    const response = showsIt(twin, path, a) ? completeResponse(exchange, a) : null;
    const expectation = { pass: [200, 406], warn: otherRefusals(406), code: 'exclusion-not-understood' } as const;
    if (!response || !assessStatus(response, expectation, a) || response.status === 406) return;
    a.should(servedType(response) !== DICOM_JSON, () =>
      breach('excluded-type-sent', { kind: 'header', name: 'Content-Type' }, { type: DICOM_JSON }),
    );
  });
}

/** COMMON-015: a media type in capitals is the same media type; to refuse it warns. */
export function comparesWithoutCase({ exchange, twin, path }: Negotiated): Finding {
  return assess('COMMON-015', 'reads a media type in capitals as the same', [exchange, twin], (a) => {
    const response = showsIt(twin, path, a) ? completeResponse(exchange, a) : null;
    const warn = refusals('refused, as if capitals made it another type');
    const expectation = { pass: [200], warn, code: 'type-in-capitals-refused' } as const;
    if (!response || !assessStatus(response, expectation, a)) return;
    if (assessServedType(response, DICOM_JSON, 'type-in-capitals-ignored', a.should)) assessShown(exchange, path, a);
  });
}

/** Metadata of one instance in the two types that it can have, each asked for alone. */
interface BothTypes {
  readonly asJson: Exchange;
  readonly asXml: Exchange;
  readonly path: ResourcePath;
}

/** COMMON-012: of two types that the server can send, the one of higher quality comes; the order of the list decides nothing. */
export function prefersHigherQuality(both: BothTypes, jsonFirst: Exchange, xmlFirst: Exchange): Finding {
  const all = [jsonFirst, xmlFirst, both.asJson, both.asXml];
  return assess('COMMON-012', 'sends the acceptable type of the highest quality', all, (a) => {
    if (!offersBoth(both, a)) return;
    for (const [exchange, wanted] of [
      [jsonFirst, DICOM_JSON],
      [xmlFirst, DICOM_XML],
    ] as const) {
      const response = completeResponse(exchange, a);
      const one = a.about(exchange);
      if (!response || !assessStatus(response, { pass: [200], code: 'quality-not-understood' }, one)) continue;
      const isEither = [DICOM_JSON, DICOM_XML].includes(servedType(response));
      assessServedType(response, wanted, 'quality-ignored', isEither ? one.should : one.must);
    }
  });
}

/**
 * COMMON-007: the accept query parameter, which asks for XML, wins over the Accept field, which prefers JSON. To take no
 * notice of it is a warning, to refuse it a failure.
 */
export function acceptParameterWins(exchange: Exchange, both: BothTypes): Finding {
  const all = [exchange, both.asJson, both.asXml];
  return assess('COMMON-007', 'serves the type that the accept query parameter names', all, (a) => {
    if (!offersBoth(both, a)) return;
    const response = completeResponse(exchange, a);
    if (!response || !assessStatus(response, { pass: [200], code: 'accept-parameter-refused' }, a)) return;
    const isIgnored = servedType(response) === DICOM_JSON;
    assessServedType(response, DICOM_XML, 'accept-parameter-ignored', isIgnored ? a.should : a.must);
    if (isIgnored) a.remark('the parameter is not taken notice of');
  });
}

/** Where there is one type only, nothing can be chosen. */
function offersBoth({ asJson, asXml, path }: BothTypes, a: Assessment): boolean {
  const response = showsIt(asJson, path, a) ? completeResponse(asXml, a) : null;
  if (!response) return false;
  if (response.status === 200 && servedType(response) === DICOM_XML) return true;
  a.cannot('not-claimed', 'metadata is not offered in XML, so there are no two types to choose from');
  return false;
}
