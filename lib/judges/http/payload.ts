import { namesAnother } from '../../answers/resource-url.ts';
import { isSuccess } from '../../answers/response.ts';
import { quoted } from '../../answers/wording.ts';
import { type Exchange, headerValues } from '../../http/exchange.ts';
import { parseMediaType } from '../../http/media-type.ts';
import type { Finding } from '../../results/finding.ts';
import { assessEach } from '../assess-each.ts';

/**
 * COMMON-017: every payload comes with one readable Content-Type. On an error payload its absence is a warning, and so is
 * one that is read in spite of its grammar.
 */
export function namesItsMediaType(...exchanges: readonly Exchange[]): Finding {
  return assessEach('COMMON-017', 'names the media type of each payload', exchanges, (response, a, prefix) => {
    if (response.body.length === 0) return;
    const values = headerValues(response.headers, 'Content-Type');
    const grade = isSuccess(response) ? a.must : a.should;
    const type = values.length === 1 ? parseMediaType(values[0] ?? '') : null;
    grade(type !== null, () => ({
      expected: 'one Content-Type field that names a media type',
      actual: `${prefix}${values.length === 0 ? 'none' : values.map(quoted).join(', ')}`,
      where: { kind: 'header', name: 'Content-Type' },
    }));
    if (!type) return;
    a.should(type.defects.length === 0, () => ({
      expected: 'a media type by the grammar of RFC 9110 §8.3.1',
      actual: `${prefix}${quoted(values[0] ?? '')}: ${type.defects.join('; ')}`,
      where: { kind: 'header', name: 'Content-Type' },
    }));
  });
}

/** COMMON-018: a payload is framed by Content-Length or by Transfer-Encoding. HTTP/2 frames by itself and is not judged. */
export function framesItsPayloadOnce(...exchanges: readonly Exchange[]): Finding {
  const claim = 'frames each payload by Content-Length or by Transfer-Encoding';
  return assessEach('COMMON-018', claim, exchanges, (response, a, prefix) => {
    if (!/^(HTTP\/)?1\./i.test(response.httpVersion)) return;
    const length = headerValues(response.headers, 'Content-Length').length > 0;
    const coding = headerValues(response.headers, 'Transfer-Encoding').length > 0;
    if (response.body.length === 0 && !(length && coding)) return;
    a.must(!(length && coding), () => ({
      expected: 'one of Content-Length and Transfer-Encoding',
      actual: `${prefix}both`,
      where: { kind: 'header', name: 'Content-Length' },
    }));
    a.should(length || coding, () => ({
      expected: 'Content-Length or Transfer-Encoding',
      actual: `${prefix}neither: the end of the connection ends the payload`,
      where: { kind: 'header', name: 'Content-Length' },
    }));
  });
}

/** COMMON-020: a payload that is a resource by itself is sent with its Content-Location; absence is a warning. */
export function locatesItsResource(...exchanges: readonly Exchange[]): Finding {
  const claim = 'names the location of each single-part resource';
  return assessEach('COMMON-020', claim, exchanges, (response, a, prefix, { operation }) => {
    const type = parseMediaType(headerValues(response.headers, 'Content-Type')[0] ?? '')?.type;
    if (response.status !== 200 || type === 'multipart' || !operation.startsWith('retrieve')) return;
    a.should(headerValues(response.headers, 'Content-Location').length > 0, () => ({
      expected: 'a Content-Location field',
      actual: `${prefix}none`,
      where: { kind: 'header', name: 'Content-Location' },
    }));
  });
}

/** COMMON-020: the Content-Location of a whole answer, where it has one, is that of what was asked for. */
export function locatesNoOtherResource(...exchanges: readonly Exchange[]): Finding {
  const claim = 'locates nothing but the resource that was asked for';
  return assessEach('COMMON-020', claim, exchanges, (response, a, prefix, { operation, request }) => {
    if (response.status !== 200 || !operation.startsWith('retrieve')) return;
    for (const location of headerValues(response.headers, 'Content-Location')) {
      a.must(!namesAnother(location, request.url), () => ({
        expected: 'a location that belongs to the resource which was asked for',
        actual: `${prefix}${quoted(location)}`,
        where: { kind: 'header', name: 'Content-Location' },
      }));
    }
  });
}
