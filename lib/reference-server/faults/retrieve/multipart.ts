import type { Behaviour } from '../../behaviour.ts';
import {
  changeBody,
  changeContentType,
  changePartHeaders,
  changeParts,
  changeReply,
  on,
} from '../../changes/answers.ts';
import { breakingOff } from '../../changes/breaking-off.ts';
import { withoutClosingDelimiter } from '../../changes/closing-delimiter.ts';
import { withHeader, withoutHeader } from '../../changes/headers.ts';
import type { Header } from '../../message.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Delimits the parts of retrieved instances with another boundary, written into the Content-Type as it is. */
function withBoundary(boundary: string): Behaviour {
  return changeReply(on('retrieve'), (reply) => {
    const contentType = reply.headers.find(([name]) => name === 'Content-Type')?.[1] ?? '';
    const original = /boundary=([^;]+)/.exec(contentType)?.[1];
    if (original === undefined) return reply;
    const swap = (text: string): string => text.replaceAll(original, boundary);
    return {
      ...reply,
      headers: reply.headers.map(([name, value]) => [name, swap(value)]),
      body: [Buffer.from(swap(Buffer.concat(reply.body).toString('latin1')), 'latin1')],
    };
  });
}

/** Faults of the multipart body of a retrieve: delimiters, header fields of parts, the end of the body. */
export const RETRIEVE_MULTIPART: readonly Fault[] = [
  {
    id: 'part-transfer-syntax-untrue',
    title: 'names JPEG Baseline in the Content-Type of parts that hold native pixels',
    scenarios: TUTORIAL.retrieve,
    requirements: ['COMMON-021'],
    breach: 'transfer-syntax-untrue',
    behaviour: () =>
      changePartHeaders(on('retrieve'), (headers) =>
        headers.map(
          ([name, value]) =>
            [name, value.replace(/transfer-syntax=.*/, 'transfer-syntax=1.2.840.10008.1.2.4.50')] as const,
        ),
      ),
  },
  {
    id: 'part-transfer-syntax-wildcard',
    title: 'writes transfer-syntax=* into the Content-Type of parts',
    scenarios: TUTORIAL.retrieve,
    requirements: ['COMMON-021'],
    breach: 'transfer-syntax-wildcard',
    behaviour: () =>
      changePartHeaders(on('retrieve'), (headers) =>
        headers.map(([name, value]) => [name, value.replace(/transfer-syntax=.*/, 'transfer-syntax=*')] as const),
      ),
  },
  {
    id: 'parts-begin-with-line-break',
    title: 'writes one empty line too many before the content of parts',
    scenarios: TUTORIAL.retrieve,
    requirements: ['WADO-RS-001', 'WADO-RS-002', 'WADO-RS-003', 'WADO-RS-005'],
    breach: 'part-begins-late',
    behaviour: () =>
      changeParts(on('retrieve'), (parts) =>
        parts.map((part) => ({ ...part, body: Buffer.concat([Buffer.from('\r\n'), part.body]) })),
      ),
  },
  {
    id: 'delimiters-with-bare-lf',
    title: 'ends delimiter and header lines of parts with a bare line feed',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-004'],
    breach: 'multipart-bare-line-feed',
    behaviour: () =>
      changeBody(on('retrieve'), (body, boundary) => {
        const pieces: Buffer[] = [];
        let at = 0;
        for (;;) {
          const start = body.indexOf(`--${boundary}`, at);
          const headEnd = body.indexOf('\r\n\r\n', start);
          if (start < 0 || headEnd < 0) break;
          const head = body.toString('latin1', start, headEnd + 4).replaceAll('\r\n', '\n');
          pieces.push(
            body.subarray(at, Math.max(at, start - 2)),
            Buffer.from(start > 0 ? `\n${head}` : head, 'latin1'),
          );
          at = headEnd + 4;
        }
        return Buffer.concat([...pieces, body.subarray(at)]);
      }),
  },
  {
    id: 'no-closing-delimiter',
    title: 'ends a multipart body without the closing delimiter',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-004'],
    breach: 'multipart-not-closed',
    behaviour: () => changeBody(on('retrieve'), withoutClosingDelimiter),
  },
  {
    id: 'closing-delimiter-with-one-dash',
    title: 'ends the closing delimiter with one dash',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-004'],
    breach: 'multipart-delimiter-cut',
    behaviour: () => changeBody(on('retrieve'), (body) => body.subarray(0, body.length - 1)),
  },
  {
    id: 'boundary-of-71-characters',
    title: 'delimits parts with a boundary of 71 characters',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-005'],
    breach: 'boundary-illegal',
    behaviour: () => withBoundary('x'.repeat(71)),
  },
  {
    id: 'boundary-with-specials-unquoted',
    title: 'does not quote a boundary that has special characters',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-005'],
    breach: 'boundary-not-quoted',
    behaviour: () => withBoundary('part=of(the):answer'),
  },
  {
    id: 'type-parameter-without-name',
    title: 'leaves the name of the type parameter out of Content-Type',
    scenarios: TUTORIAL.retrieve,
    requirements: ['COMMON-017', 'MP-002'],
    breach: 'media-type-malformed',
    behaviour: () => changeContentType(on('retrieve'), (contentType) => contentType.replace(/type="([^"]*)"/, '$1')),
  },
  {
    id: 'boundary-not-in-body',
    title: 'names a boundary in the Content-Type that never occurs in the body',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-004'],
    breach: 'multipart-boundary-nowhere',
    behaviour: () =>
      changeContentType(on('retrieve'), (contentType) => contentType.replace(/boundary=[^;]*/, '$&-of-another-answer')),
  },
  {
    id: 'part-without-content-type',
    title: 'leaves out the Content-Type of parts',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-006'],
    breach: 'part-without-type',
    behaviour: () => changePartHeaders(on('retrieve'), (headers) => withoutHeader(headers, 'Content-Type')),
  },
  {
    id: 'part-without-headers',
    title: 'sends parts with no header fields at all but their length',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-006', 'MP-008'],
    breach: 'part-without-type',
    behaviour: () => changePartHeaders(on('retrieve'), () => []),
  },
  {
    id: 'part-of-multipart-type',
    title: 'labels parts as multipart/mixed',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-003', 'MP-006'],
    breach: 'part-type-wrong',
    behaviour: () =>
      changePartHeaders(on('retrieve'), (headers) => withHeader(headers, 'Content-Type', () => 'multipart/mixed')),
  },
  {
    id: 'part-length-wrong',
    title: 'writes a Content-Length of parts that is one byte too long',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-007'],
    breach: 'part-length-wrong',
    behaviour: () =>
      changeBody(on('retrieve'), (body) =>
        Buffer.from(
          body
            .toString('latin1')
            .replace(/Content-Length: (\d+)/g, (_, length) => `Content-Length: ${Number(length) + 1}`),
          'latin1',
        ),
      ),
  },
  {
    id: 'part-without-length',
    title: 'leaves out the Content-Length of parts',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-007'],
    breach: 'part-without-length',
    behaviour: () =>
      changeBody(on('retrieve'), (body) =>
        Buffer.from(body.toString('latin1').replace(/Content-Length: \d+\r\n/g, ''), 'latin1'),
      ),
  },
  {
    id: 'part-without-location',
    title: 'leaves out the Content-Location of parts',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-008'],
    breach: 'part-without-location',
    behaviour: () => changePartHeaders(on('retrieve'), (headers) => withoutHeader(headers, 'Content-Location')),
  },
  {
    id: 'parts-share-one-location',
    title: 'gives every part the Content-Location of the first',
    scenarios: ['T04', 'T07'],
    requirements: ['MP-008'],
    breach: 'part-location-of-another',
    behaviour: () =>
      changeParts(on('retrieve'), (parts) => {
        const location = parts[0]?.headers.find(([name]) => name === 'Content-Location')?.[1] ?? '';
        const relabel = ([name, value]: Header): Header => [name, name === 'Content-Location' ? location : value];
        return parts.map((part) => ({ ...part, headers: part.headers.map(relabel) }));
      }),
  },
  {
    id: 'part-location-leads-nowhere',
    title: 'gives parts a Content-Location under which nothing is found',
    scenarios: ['T04'],
    requirements: ['MP-008'],
    breach: 'part-location-dead',
    behaviour: () =>
      changePartHeaders(on('retrieve'), (headers) =>
        withHeader(headers, 'Content-Location', (value) => value.replace('/instances/', '/instances/2.25.')),
      ),
  },
  {
    id: 'part-in-base64',
    title: 'sends parts as base64 text with a Content-Transfer-Encoding',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-009'],
    breach: 'part-in-mail-encoding',
    behaviour: () =>
      changeParts(on('retrieve'), (parts) =>
        parts.map(({ headers, body }) => ({
          headers: [...headers, ['Content-Transfer-Encoding', 'base64']],
          body: Buffer.from(Buffer.from(body).toString('base64')),
        })),
      ),
  },
  {
    id: 'part-followed-by-blank-line',
    title: 'puts an empty line between a part and the delimiter after it',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-007', 'WADO-RS-005'],
    breach: 'part-length-wrong',
    behaviour: () =>
      changeBody(on('retrieve'), (body, boundary) => {
        const text = body.toString('latin1');
        return Buffer.from(text.replaceAll(`\r\n--${boundary}`, `\r\n\r\n--${boundary}`), 'latin1');
      }),
  },
  {
    id: 'body-ends-early',
    title: 'closes the connection in the middle of a retrieve response',
    scenarios: TUTORIAL.retrieve,
    requirements: ['COMMON-001'],
    breach: 'answer-incomplete',
    behaviour: () => breakingOff(on('retrieve')),
  },
  {
    id: 'body-cut-in-half',
    title: 'sends half of a multipart body as if it were whole',
    scenarios: TUTORIAL.retrieve,
    requirements: ['MP-004'],
    breach: 'answer-cut-off',
    behaviour: () => changeBody(on('retrieve'), (body) => body.subarray(0, body.length / 2)),
  },
];
