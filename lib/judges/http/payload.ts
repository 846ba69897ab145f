import { formatOf } from '../../answers/diagnosis/format.ts';
import { namesAnother } from '../../answers/resource-url.ts';
import { isSuccess, mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import { type Exchange, headerValues } from '../../http/exchange.ts';
import { parseMediaType } from '../../http/media-type.ts';
import type { Finding } from '../../results/finding.ts';
import { assessEach } from '../assess-each.ts';

const CONTENT_TYPE: Place = { kind: 'header', name: 'Content-Type' };
const CONTENT_LENGTH: Place = { kind: 'header', name: 'Content-Length' };
const CONTENT_LOCATION: Place = { kind: 'header', name: 'Content-Location' };

/**
 * COMMON-017: every payload comes with one readable Content-Type. On an error payload its absence is a warning, and so is
 * one that is read in spite of its grammar.
 */
export function namesItsMediaType(...exchanges: readonly Exchange[]): Finding {
  return assessEach('COMMON-017', 'names the media type of each payload', exchanges, (response, a) => {
    if (response.body.length === 0) return;
    const values = headerValues(response.headers, 'Content-Type');
    const grade = isSuccess(response) ? a.must : a.should;
    const [value, ...others] = values;
    if (value === undefined) {
      grade(false, () => breach('media-type-missing', CONTENT_TYPE, { found: formatOf(response.body) }));
      return;
    }
    if (others.length > 0) {
      grade(false, () => breach('media-type-repeated', CONTENT_TYPE, { values }));
      return;
    }
    const type = parseMediaType(value);
    grade(type !== null, () => breach('media-type-unreadable', CONTENT_TYPE, { value }));
    if (!type) return;
    a.should(type.defects.length === 0, () =>
      breach('media-type-malformed', CONTENT_TYPE, { value, defects: type.defects }),
    );
  });
}

/** COMMON-018: a payload is framed by Content-Length or by Transfer-Encoding. HTTP/2 frames by itself and is not judged. */
export function framesItsPayloadOnce(...exchanges: readonly Exchange[]): Finding {
  const claim = 'frames each payload by Content-Length or by Transfer-Encoding';
  return assessEach('COMMON-018', claim, exchanges, (response, a) => {
    if (!/^(HTTP\/)?1\./i.test(response.httpVersion)) return;
    const length = headerValues(response.headers, 'Content-Length').length > 0;
    const coding = headerValues(response.headers, 'Transfer-Encoding').length > 0;
    if (response.body.length === 0 && !(length && coding)) return;
    a.must(!(length && coding), () => breach('payload-framed-twice', CONTENT_LENGTH, {}));
    a.should(length || coding, () => breach('payload-without-length', CONTENT_LENGTH, {}));
  });
}

/** COMMON-020: a payload that is a resource by itself is sent with its Content-Location; absence is a warning. */
export function locatesItsResource(...exchanges: readonly Exchange[]): Finding {
  const claim = 'names the location of each single-part resource';
  return assessEach('COMMON-020', claim, exchanges, (response, a, { operation }) => {
    const type = mediaTypeOf(response)?.type;
    if (response.status !== 200 || type === 'multipart' || !operation.startsWith('retrieve')) return;
    a.should(headerValues(response.headers, 'Content-Location').length > 0, () =>
      breach('resource-without-location', CONTENT_LOCATION, {}),
    );
  });
}

/** COMMON-020: the Content-Location of a whole answer, where it has one, is that of what was asked for. */
export function locatesNoOtherResource(...exchanges: readonly Exchange[]): Finding {
  const claim = 'locates nothing but the resource that was asked for';
  return assessEach('COMMON-020', claim, exchanges, (response, a, { operation, request }) => {
    if (response.status !== 200 || !operation.startsWith('retrieve')) return;
    for (const location of headerValues(response.headers, 'Content-Location')) {
      a.must(!namesAnother(location, request.url), () =>
        breach('location-of-another-resource', CONTENT_LOCATION, { location, asked: request.url }),
      );
    }
  });
}
