import { mediaTypeOf } from '../../answers/response.ts';
import { byteWindowFor, counted, quoted } from '../../answers/wording.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import { parameter } from '../../http/media-type.ts';
import type { MultipartDefect, MultipartDefectCode } from '../../http/multipart-defects.ts';
import type { Finding } from '../../results/finding.ts';
import { assess, type Violation } from '../assess.ts';
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
    a.must(multipart.parts.length > 0, () => ({
      expected: `a line "--${boundary.slice(0, 70)}" before each part`,
      actual:
        multipart.defects.find(({ code }) => code === 'no-delimiter' || code === 'no-parts')?.message ?? 'no part',
      where: { kind: 'bytes', offset: 0 },
      bytes: byteWindowFor(latin1(`--${boundary}`), response.body, 0),
    }));
    for (const defect of multipart.defects) {
      const grade = DELIMITER_DEFECTS[defect.code];
      if (grade) a[grade](false, () => delimiterViolation(defect, boundary, response));
      if (defect.code === 'too-many-parts') a.cannot('over-limit', defect.message);
    }
  });
}

function delimiterViolation(defect: MultipartDefect, boundary: string, { body }: ExchangeResponse): Violation {
  const { code, offset, part, message } = defect;
  const due = DUE[code]?.(boundary);
  return {
    expected: EXPECTED[code] ?? 'a body by the grammar of RFC 2046 §5.1.1',
    actual: message,
    where: { kind: 'bytes', offset, ...(part === undefined ? {} : { part }) },
    ...(due ? { bytes: byteWindowFor(due.subarray(0, 16), body, offset) } : {}),
  };
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

const EXPECTED: Partial<Record<MultipartDefectCode, string>> = {
  'bare-lf-before-delimiter': 'CRLF before the boundary line',
  'missing-crlf-before-delimiter': 'CRLF before the boundary line',
  'bare-lf-after-delimiter': 'CRLF after the boundary',
  'garbage-after-boundary': 'CRLF after the boundary',
  'garbage-after-close': 'CRLF after the closing delimiter, or the end of the body',
  'boundary-prefix': 'no line of a part that begins like the boundary',
  'truncated-delimiter': 'a whole delimiter line',
  'missing-closing-delimiter': 'the closing delimiter, with two dashes behind the boundary',
  'content-before-first-delimiter': 'no part before the first delimiter',
  'delimiter-after-close': 'nothing to read after the closing delimiter',
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
    a.must(LEGAL_BOUNDARY.test(boundary.value), () => ({
      expected: '1 to 70 characters of those that RFC 2046 §5.1.1 permits, no space at the end',
      actual: `${counted(boundary.value.length, 'character')}: ${quoted(boundary.value)}`,
      where: { kind: 'header', name: 'Content-Type' },
    }));
    a.should(boundary.quoted || TOKEN.test(boundary.value), () => ({
      expected: 'quotation marks around a boundary that is no token',
      actual: quoted(boundary.value),
      where: { kind: 'header', name: 'Content-Type' },
    }));
  });
}

const LEGAL_BOUNDARY = /^[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]$/;
