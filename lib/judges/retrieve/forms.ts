import { bulkDataReferences } from '../../answers/links.ts';
import { representationsOf } from '../../answers/multipart.ts';
import { isSuccess, mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { answeredUrl, type Exchange, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { showsIt } from '../assess-served.ts';
import { assessStatus, retrieved } from '../assess-status.ts';
import { otherRefusals, statusBesideTwin } from '../beside-twin.ts';
import { completeResponse, successfulResponse } from '../complete-response.ts';
import { OCTETS } from './bulkdata-media-types.ts';

const CONTENT_TYPE = { kind: 'header', name: 'Content-Type' } as const;

/** WADO-RS-017: an instance as octets has its bulk data. Few servers offer this form: a refusal is a warning. */
export function sendsOctetsOfInstance(exchange: Exchange, twin: Exchange, instance: StoredInstance): Finding {
  const claim = 'returns the bulk data of an instance that is asked for as application/octet-stream';
  return assess('WADO-RS-017', claim, [exchange, twin], (a) => {
    const response = showsIt(twin, instance, a) ? completeResponse(exchange, a) : null;
    const warn = { ...otherRefusals(), 501: 'not offered' };
    if (!response || !assessStatus(response, { pass: [200], warn, code: 'octets-of-instance-refused' }, a)) return;
    const parts = representationsOf(response);
    if (parts.length === 0) a.cannot('prerequisite-failed', 'there is no part');
    for (const { mediaType } of parts)
      a.must(mediaType?.essence === OCTETS, () =>
        breach('bulkdata-media-type', CONTENT_TYPE, { type: mediaType?.essence ?? null }),
      );
  });
}

/** WADO-RS-049: one frame may come without multipart, or be refused with 406. `twin` is the frame in parts. */
export function sendsOneFrameAlone(exchange: Exchange, twin: Exchange): Finding {
  return statusBesideTwin('WADO-RS-049', 'sends one frame without multipart, or answers 406', exchange, twin, {
    pass: [200, 406],
    warn: otherRefusals(406),
    code: 'frame-alone-badly-refused',
  });
}

/** WADO-RS-049: several frames without multipart are refused; that they come in parts all the same is a warning. */
export function refusesFramesAlone(exchange: Exchange, twin: Exchange): Finding {
  const { response } = exchange;
  const isInParts = response !== null && mediaTypeOf(response)?.type === 'multipart';
  return statusBesideTwin('WADO-RS-049', 'answers 406 to several frames without multipart', exchange, twin, {
    pass: [406],
    warn: { ...otherRefusals(406), ...(isInParts ? { 200: 'they come in parts all the same' } : {}) },
    code: 'frame-list-alone-not-refused',
  });
}

/** WADO-RS-050: a frame of any type comes in one that the server supports. */
export function sendsFrameOfAnyType(exchange: Exchange, twin: Exchange): Finding {
  const expectation = retrieved('frames-as-anything-refused');
  return statusBesideTwin('WADO-RS-050', 'sends a frame where any type will do', exchange, twin, expectation);
}

/** WADO-RS-051: an instance without pixel data has no frames. `twin` are its metadata. */
export function hasNoFrames(exchange: Exchange, twin: Exchange): Finding {
  return statusBesideTwin('WADO-RS-051', 'has no frames where there is no pixel data', exchange, twin, {
    pass: [400, 404, 406, 410],
    warn: otherRefusals(400, 404, 406, 410),
    code: 'frames-of-no-image-not-refused',
  });
}

const NOT_OFFERED = 'the resource is not offered';
const OFFERED_OR_NOT = {
  pass: [200],
  info: Object.fromEntries([400, 404, 405, 406, 410, 415, 501].map((status) => [status, NOT_OFFERED])),
};

/** WADO-RS-055 and -056: /bulkdata and /pixeldata are served or not, without an error of the server. */
export function servesValuesOrNot(
  exchange: Exchange,
  twin: Exchange,
  instance: StoredInstance,
  resource: 'bulkdata' | 'pixeldata',
): Finding {
  const requirement = resource === 'bulkdata' ? 'WADO-RS-055' : 'WADO-RS-056';
  return assess(requirement, `serves /${resource} of an instance, or does not have it`, [exchange, twin], (a) => {
    const response = showsIt(twin, instance, a) ? completeResponse(exchange, a) : null;
    if (!response) return;
    const fails = ({ status }: { readonly status: number }) =>
      breach('value-resource-fails', { kind: 'status' }, { status, expected: ['200', '404'], resource });
    if (!assessStatus(response, { ...OFFERED_OR_NOT, breach: fails }, a)) return;
    const { length } = representationsOf(response);
    if (length === 0) a.cannot('prerequisite-failed', 'there is no part');
    // A value of the top level alone: a part, whatever icons lie in sequences.
    if (resource === 'bulkdata') return;
    a.must(length <= 1, () => breach('frames-too-many', { kind: 'exchange' }, { asked: 1, returned: length }));
  });
}

/** WADO-RS-057: parts of bulk data have the Content-Location to which metadata refer. Without any it is a warning. */
export function locatesBulkData(exchange: Exchange, metadata: Exchange, instance: StoredInstance): Finding {
  const claim = 'names the location of each part of bulk data as metadata do';
  return assess('WADO-RS-057', claim, [exchange, metadata], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response) return;
    const uris = bulkDataReferences(metadata, [instance]).flatMap(({ uri }) => resolved(uri, metadata));
    const parts = representationsOf(response);
    if (uris.length === 0 || parts.length === 0)
      return a.cannot('not-exercised', 'metadata refer to no bulk data, or there is no part');
    const locations = parts.flatMap(({ headers }, part) => {
      const location = headerValue(headers, 'Content-Location');
      return location === null ? [] : [{ location, part }];
    });
    a.should(locations.length > 0, () =>
      breach('bulkdata-without-location', { kind: 'header', name: 'Content-Location' }, { parts: parts.length }),
    );
    for (const { location, part } of locations)
      a.must(
        resolved(location, exchange).some((url) => uris.includes(url)),
        () => breach('bulkdata-located-elsewhere', { kind: 'header', name: 'Content-Location', part }, { location }),
      );
  });
}

/** Both names of a host stand for one resource: what follows it tells. */
function resolved(url: string, { request, ...rest }: Exchange): readonly string[] {
  const base = answeredUrl({ request, ...rest });
  return URL.canParse(url, base) ? [new URL(url, base).pathname] : [];
}

/** WADO-RS-074: a structured report of any type is rendered as HTML (Table 8.7.4-1). No server has to render one. */
export function rendersReportsAsText(exchange: Exchange, metadata: Exchange, instance: StoredInstance): Finding {
  const claim = 'renders a structured report as HTML, or does not render it';
  return assess('WADO-RS-074', claim, [exchange, metadata], (a) => {
    const response = showsIt(metadata, instance, a) ? completeResponse(exchange, a) : null;
    if (!response) return;
    if (!isSuccess(response)) return a.cannot('not-claimed', 'structured reports are not rendered');
    const type = mediaTypeOf(response)?.essence ?? null;
    a.should(type === 'text/html', () => breach('report-rendered-as-other-type', CONTENT_TYPE, { type }));
  });
}
