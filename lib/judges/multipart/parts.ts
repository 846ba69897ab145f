import { namesAnother } from '../../answers/resource-url.ts';
import { byteWindowFor, counted } from '../../answers/wording.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import { isPart10, Part10Error, readPart10 } from '../../dicom/part10.ts';
import { isUid } from '../../dicom/uid.ts';
import { text } from '../../dicom/values.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import { headerValues } from '../../http/exchange.ts';
import { parseMediaType } from '../../http/media-type.ts';
import type { Multipart } from '../../http/multipart.ts';
import type { MultipartDefect, MultipartDefectCode } from '../../http/multipart-defects.ts';
import type { Assessment } from '../assess.ts';

/** Defects of header blocks: folding is obsolete in HTTP and legal in MIME. */
const HEADER_DEFECTS: Partial<Record<MultipartDefectCode, 'must' | 'should'>> = {
  'bare-lf-in-headers': 'must',
  'malformed-header': 'must',
  'missing-blank-line': 'must',
  'headers-too-large': 'must',
  'folded-header': 'should',
};

/** MP-006: each part has well-formed header fields, with one Content-Type of a single-part media type. */
export function assessContentTypes({ parts, defects }: Multipart, _: unknown, __: unknown, a: Assessment): void {
  for (const defect of defects) {
    const grade = HEADER_DEFECTS[defect.code];
    if (grade) a[grade](false, () => headerBreach(defect));
  }
  for (const [part, { headers }] of parts.entries()) {
    const values = headerValues(headers, 'Content-Type');
    const where = { kind: 'header', name: 'Content-Type', part } as const;
    const [value, ...others] = values;
    if (value === undefined) {
      a.must(false, () => breach('part-without-type', where, {}));
      continue;
    }
    const type = parseMediaType(value);
    a.must(type !== null && type.type !== 'multipart' && others.length === 0, () =>
      breach('part-type-wrong', where, { values }),
    );
  }
}

function headerBreach({ code, offset, part, message }: MultipartDefect): SeenBreach {
  const where: Place = { kind: 'bytes', offset, ...(part === undefined ? {} : { part }) };
  if (code === 'bare-lf-in-headers') return breach('multipart-bare-line-feed', where, { place: 'part-headers' });
  if (code === 'folded-header') return breach('part-header-folded', where, { message });
  return breach('part-headers-malformed', where, { defect: code, message });
}

/** MP-007: a stated length is exact; without transfer coding (RFC 9112 §6.1) it is there. */
export function assessLengths({ parts }: Multipart, response: ExchangeResponse, _: unknown, a: Assessment): void {
  const coded = headerValues(response.headers, 'Transfer-Encoding').length > 0;
  const version1 = /^(HTTP\/)?1\./i.test(response.httpVersion);
  for (const [part, { headers, body }] of parts.entries()) {
    const where = { kind: 'header', name: 'Content-Length', part } as const;
    const stated = headerValues(headers, 'Content-Length');
    for (const length of stated) {
      a.must(/^[0-9]+$/.test(length) && Number(length) === body.length, () =>
        breach('part-length-wrong', where, { stated: length, bytes: body.length }),
      );
    }
    if (stated.length === 0 && version1 && !coded) {
      a.should(false, () => breach('part-without-length', where, { bytes: body.length }));
    }
  }
  if (coded || !version1) {
    const unstated = parts.filter(({ headers }) => headerValues(headers, 'Content-Length').length === 0).length;
    if (unstated > 0)
      a.remark(`${counted(unstated, 'part')} without Content-Length, which the transfer coding permits`);
  }
}

/**
 * MP-008: each part has a Content-Location; where it is the URL of an instance or a frame, it is that of the part, and
 * it names no study, series or instance but those that were asked for. Other forms of URL are the server's choice. Two
 * parts with one location are a warning: on that the text contradicts itself.
 */
export function assessContentLocations(
  { parts }: Multipart,
  _: ExchangeResponse,
  { request }: Exchange,
  a: Assessment,
): void {
  const seen = new Map<string, number>();
  const frames = framesIn(request.url);
  for (const [part, { headers, body }] of parts.entries()) {
    const where = { kind: 'header', name: 'Content-Location', part } as const;
    const location = headerValues(headers, 'Content-Location')[0];
    a.should(location !== undefined, () => breach('part-without-location', where, {}));
    if (location === undefined) continue;
    const first = seen.get(location);
    seen.set(location, first ?? part);
    if (first === undefined) a.holds();
    else a.should(false, () => breach('part-location-shared', where, { location, other: first }));
    a.must(!namesAnother(location, request.url), () => ofAnother('resource', location, [request.url], part));
    if (frames) assessFrameLocation(location, frames, part, a);
    else assessInstanceLocation(location, sopInstanceUidOf(body), part, a);
  }
}

/** The order of the frames is another duty; here a location has to be that of a frame which was asked for. */
function assessFrameLocation(location: string, requested: readonly string[], part: number, a: Assessment): void {
  const named = framesIn(location);
  if (!named) return;
  a.must(
    named.every((number) => requested.includes(number)),
    () => ofAnother('frame', location, requested.slice(0, 10), part),
  );
}

function assessInstanceLocation(location: string, instance: string | null, part: number, a: Assessment): void {
  const named = instanceIn(location);
  if (named === null || instance === null) return;
  a.must(named === instance, () => ofAnother('instance', location, [instance], part));
}

function ofAnother(level: string, location: string, expected: readonly string[], part: number): SeenBreach {
  const where = { kind: 'header', name: 'Content-Location', part } as const;
  return breach('part-location-of-another', where, { location, level, expected });
}

/** Frame numbers at the end of a URL's path, without leading zeros; null where it names none. */
function framesIn(url: string): string[] | null {
  const list = /\/frames\/([0-9]+(?:(?:,|%2C)[0-9]+)*)\/?(?:[?#]|$)/i.exec(url)?.[1];
  return list?.split(/,|%2C/i).map((number) => number.replace(/^0+(?=.)/, '')) ?? null;
}

function instanceIn(url: string): string | null {
  const uid = /\/instances\/([0-9.]+)\/?(?:[?#]|$)/.exec(url)?.[1];
  return uid && isUid(uid) ? uid : null;
}

function sopInstanceUidOf(body: ByteSource): string | null {
  if (!isPart10(body)) return null;
  try {
    return text(readPart10(body).dataSet, '00080018');
  } catch (error) {
    if (error instanceof Part10Error) return null;
    throw error;
  }
}

const IDENTITY = /^(binary|8bit|7bit)$/i;
const SAMPLE = 4096;

/** MP-009: no part is in a mail encoding, whether it says so or not. */
export function assessEncodings({ parts }: Multipart, _: unknown, __: unknown, a: Assessment): void {
  for (const [part, { headers, body }] of parts.entries()) {
    for (const encoding of headerValues(headers, 'Content-Transfer-Encoding')) {
      const where = { kind: 'header', name: 'Content-Transfer-Encoding', part } as const;
      a.must(IDENTITY.test(encoding), () => breach('part-in-mail-encoding', where, { encoding }));
      a.should(!/^[78]bit$/i.test(encoding), () => breach('part-encoding-untrue', where, { encoding }));
    }
    const dicom = parseMediaType(headerValues(headers, 'Content-Type')[0] ?? '')?.essence === 'application/dicom';
    a.must(!dicom || isPart10(body) || !isBase64(body), () => {
      const bytes = byteWindowFor(new Uint8Array(0), body, 0);
      return breach('part-in-base64', { kind: 'bytes', offset: 0, part }, {}, bytes);
    });
  }
}

function isBase64(body: ByteSource): boolean {
  const start = Buffer.from(body.read(0, SAMPLE)).toString('latin1');
  return start.length >= 4 && /^[A-Za-z0-9+/=\r\n]+$/.test(start);
}
