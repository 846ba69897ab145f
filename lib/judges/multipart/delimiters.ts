import { mediaTypeOf } from '../../answers/response.ts';
import { byteWindowFor } from '../../answers/wording.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { ByteWindow, Place } from '../../breaches/place.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import { parameter } from '../../http/media-type.ts';
import type { MultipartDefect, MultipartDefectCode } from '../../http/multipart-defects.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessParts, multipartType } from './assess-parts.ts';

/**
 * Defects of the delimiters besides their absence. Content that stands where readers ignore it is legal and still a
 * warning: somebody meant it to be read.
 */
const DELIMITER_DEFECTS: Partial<Record<MultipartDefectCode, 'must' | 'should'>> = {
  'bare-lf-before-delimiter': 'must',
  'missing-crlf-before-delimiter': 'must',
  'bare-lf-after-delimiter': 'must',
  'garbage-after-boundary': 'must',
  'garbage-after-close': 'must',
  'boundary-prefix': 'must',
  'truncated-delimiter': 'must',
  'missing-closing-delimiter': 'must',
  'content-before-first-delimiter': 'should',
  'delimiter-after-close': 'should',
};

/** MP-004: the body is divided and closed by the grammar of RFC 2046 §5.1.1. */
export function isDelimitedByTheGrammar(exchange: Exchange): Finding {
  const claim = 'divides the parts by CRLF and the boundary, and closes the last';
  return assessParts('MP-004', claim, exchange, (multipart, response, _, a) => {
    const type = mediaTypeOf(response);
    const boundary = (type && parameter(type, 'boundary')) ?? '';
    a.must(multipart.parts.length > 0, () => withoutParts(multipart.defects, boundary, response));
    for (const defect of multipart.defects) {
      const grade = DELIMITER_DEFECTS[defect.code];
      if (grade) a[grade](false, () => delimiterBreach(defect, boundary, response));
      if (defect.code === 'too-many-parts') a.cannot('over-limit', defect.message);
    }
  });
}

function withoutParts(defects: readonly MultipartDefect[], boundary: string, { body }: ExchangeResponse): SeenBreach {
  const where = { kind: 'bytes', offset: 0 } as const;
  const bytes = byteWindowFor(latin1(`--${boundary}`), body, 0);
  if (defects.some(({ code }) => code === 'no-parts'))
    return breach('multipart-without-part', where, { bytes: body.length }, bytes);
  return breach('multipart-boundary-nowhere', where, { boundary, used: boundaryUsed(body), bytes: body.length }, bytes);
}

/** The boundary of a delimiter that a body begins with. */
function boundaryUsed(body: ByteSource): string | null {
  const opening = Buffer.from(body.read(0, 80)).toString('latin1');
  return /^(?:\r\n)?--([0-9A-Za-z'()+_,\-./:=? ]{1,70})\r?\n/.exec(opening)?.[1] ?? null;
}

function delimiterBreach(defect: MultipartDefect, boundary: string, { body }: ExchangeResponse): SeenBreach {
  const { code, offset, part } = defect;
  const where = { kind: 'bytes', offset, ...(part === undefined ? {} : { part }) } as const;
  const due = DUE[code]?.(boundary);
  const bytes = due && byteWindowFor(due.subarray(0, 16), body, offset);
  return breachOf(code, where, { boundary, bytes: body.length }, bytes);
}

function breachOf(
  code: MultipartDefectCode,
  where: Place,
  particulars: { readonly boundary: string; readonly bytes: number },
  bytes?: ByteWindow,
): SeenBreach {
  switch (code) {
    case 'bare-lf-before-delimiter':
      return breach('multipart-bare-line-feed', where, { place: 'before-delimiter' }, bytes);
    case 'bare-lf-after-delimiter':
      return breach('multipart-bare-line-feed', where, { place: 'after-delimiter' }, bytes);
    case 'missing-crlf-before-delimiter':
      return breach('multipart-delimiter-within-line', where, {}, bytes);
    case 'boundary-prefix':
      return breach('multipart-boundary-in-part', where, {}, bytes);
    case 'truncated-delimiter':
      return breach('multipart-delimiter-cut', where, {}, bytes);
    case 'missing-closing-delimiter':
      return breach('multipart-not-closed', where, particulars, bytes);
    case 'content-before-first-delimiter':
      return breach('multipart-part-before-first-delimiter', where, {}, bytes);
    case 'delimiter-after-close':
      return breach('multipart-delimiter-after-close', where, {}, bytes);
    default:
      return breach('multipart-text-after-boundary', where, {}, bytes);
  }
}

/** The bytes that should stand at the offset of a defect. */
const DUE: Partial<Record<MultipartDefectCode, (boundary: string) => Uint8Array>> = {
  'bare-lf-before-delimiter': (boundary) => latin1(`\r\n--${boundary}`),
  'missing-crlf-before-delimiter': (boundary) => latin1(`\r\n--${boundary}`),
  'bare-lf-after-delimiter': () => latin1('\r\n'),
  'garbage-after-boundary': () => latin1('\r\n'),
  'garbage-after-close': () => latin1('\r\n'),
  'truncated-delimiter': () => latin1('\r\n'),
  'missing-closing-delimiter': (boundary) => latin1(`\r\n--${boundary}--`),
};

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** MP-005: the boundary parameter has a legal value in a legal form. */
export function boundaryIsLegal(exchange: Exchange): Finding {
  return assess('MP-005', 'uses a legal boundary, quoted where it needs to be', [exchange], (a) => {
    const type = multipartType(exchange, a)?.type;
    const boundary = type?.parameters.find(({ name }) => name === 'boundary');
    if (!type) return;
    if (!boundary) {
      a.cannot('prerequisite-failed', 'there is no boundary parameter');
      return;
    }
    const { value } = boundary;
    const where = { kind: 'header', name: 'Content-Type' } as const;
    a.must(LEGAL_BOUNDARY.test(value), () =>
      breach('boundary-illegal', where, { boundary: value, length: value.length }),
    );
    a.should(boundary.quoted || TOKEN.test(value), () => breach('boundary-not-quoted', where, { boundary: value }));
  });
}

const LEGAL_BOUNDARY = /^[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]$/;
