import { createHash } from 'node:crypto';
import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import { withElement } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import {
  answering,
  around,
  bodies,
  eachAttribute,
  header,
  onTheWire,
  parameter,
  refusal,
  withHeader,
  withQuery,
  withText,
} from '../kit/make.ts';

/** Unusual servers that break nothing. */
export const LEGAL: readonly Defect[] = [
  {
    id: 'legal-latest-first',
    what: 'Search results come in reverse order, the latest first, with pages in that order too.',
    truth: ['legal'],
    operations: ['search'],
    title: 'nothing',
    advice: 'None: the order of results is free.',
    make: () =>
      around('search', async (request, archive, next) => {
        const answer = await next(request, archive);
        if (answer.status >= 300 || answer.content.kind !== 'json') return answer;
        const [limit, offset] = [parameter(request, 'limit'), Number(parameter(request, 'offset') ?? 0)];
        const whole = await next(
          withQuery(request, (name, value) => (name === 'limit' || name === 'offset' ? null : [name, value])),
          archive,
        );
        if (whole.content.kind !== 'json') return answer;
        const value = (whole.content.value as DicomJsonDataSet[])
          .toReversed()
          .slice(offset, limit === undefined ? undefined : offset + Number(limit));
        return { ...answer, content: { ...answer.content, value } };
      }),
  },
  {
    id: 'legal-chunked',
    what: 'Every body is sent in chunked transfer coding, in pieces of odd sizes.',
    truth: ['legal'],
    operations: ['store', 'search', 'retrieve', 'metadata', 'frames', 'bulkdata', 'rendered'],
    title: 'nothing',
    advice: 'None: HTTP/1.1 has both framings.',
    make: () =>
      onTheWire(
        (reply, { method }) => method !== 'HEAD' && reply.body.some(({ length }) => length > 0),
        (reply) => {
          const whole = Buffer.concat(reply.body);
          const body: Buffer[] = [];
          for (let at = 0; at < whole.length; at += 1_337) body.push(whole.subarray(at, at + 1_337));
          return withHeader({ ...reply, body, framing: 'chunked' }, 'X-Accel-Buffering', 'no');
        },
      ),
  },
  {
    id: 'legal-escapes-in-json',
    what: 'JSON is written in ASCII: every character beyond it is an escape such as \\u00fc.',
    truth: ['legal'],
    operations: ['metadata', 'search'],
    title: 'nothing',
    advice: 'None: RFC 8259 allows escapes.',
    make: () =>
      onTheWire(
        (reply) => /json/.test(header(reply, 'content-type') ?? ''),
        (reply) =>
          withText(reply, (text) =>
            text.replaceAll(/[^\x20-\x7e\s]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
          ),
      ),
  },
  {
    id: 'legal-decimals-as-strings',
    what: 'DS and IS values in metadata are JSON strings as in the file.',
    truth: ['legal'],
    operations: ['metadata'],
    title: 'nothing',
    advice: 'None: Table F.2.3-1 allows Number or String for DS and IS.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.Value && (attribute.vr === 'DS' || attribute.vr === 'IS')
          ? { ...attribute, Value: attribute.Value.map((value) => (value === null ? null : String(value))) }
          : attribute,
      ),
  },
  {
    id: 'legal-preamble-of-tiff',
    what: 'The preamble of retrieved files holds the head of a TIFF file instead of zeros.',
    truth: ['legal'],
    operations: ['retrieve'],
    title: 'nothing',
    advice: 'None: PS3.10 §7.1 leaves the preamble to the application.',
    make: () =>
      bodies('retrieve', (body) => {
        const copy = Buffer.from(body);
        Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]).copy(copy);
        return copy;
      }),
  },
  {
    id: 'legal-charset-utf-8',
    what: 'JSON is labelled application/dicom+json; charset=UTF-8.',
    truth: ['legal'],
    operations: ['metadata', 'search', 'store'],
    title: 'nothing',
    advice: 'None: PS3.18 §8.7.9 allows one charset parameter.',
    make: () =>
      onTheWire(
        (reply) => header(reply, 'content-type') === 'application/dicom+json',
        (reply) => withHeader(reply, 'Content-Type', 'application/dicom+json; charset=UTF-8'),
      ),
  },
  {
    id: 'legal-etag-of-body',
    what: 'Answers with metadata in JSON have a weak ETag of their body, and If-None-Match with it is answered 304.',
    truth: ['legal'],
    operations: ['metadata'],
    title: 'nothing',
    advice: 'None: RFC 9110 §13.1.2.',
    make: () =>
      onTheWire(
        (reply, { route }) =>
          route.operation === 'metadata' && reply.status === 200 && /json/.test(header(reply, 'content-type') ?? ''),
        (reply, { headers }) => {
          const etag = `W/"${createHash('md5').update(Buffer.concat(reply.body)).digest('hex')}"`;
          const isKnown = String(headers['if-none-match'] ?? '').includes(etag.slice(2));
          return isKnown
            ? { ...reply, status: 304, headers: [['ETag', etag]], body: [] }
            : withHeader(reply, 'ETag', etag);
        },
      ),
  },
  {
    id: 'legal-gone-after-delete',
    what: 'What was deleted is answered 410 Gone instead of 404.',
    truth: ['legal'],
    operations: ['retrieve', 'metadata', 'frames', 'bulkdata', 'rendered', 'delete'],
    title: 'nothing',
    advice: 'None: Table 8.5-1 has 410 for what is known to have been deleted.',
    make: () => {
      const deleted = new Set<string>();
      return around(
        () => true,
        async (request, archive, next) => {
          const answer = await next(request, archive);
          if (request.route.operation === 'delete' && answer.status < 300) deleted.add(request.path);
          const isBelow = [...deleted].some((path) => request.path === path || request.path.startsWith(`${path}/`));
          return answer.status === 404 && isBelow ? refusal(410, 'Gone') : answer;
        },
      );
    },
  },
  {
    id: 'legal-own-implementation-name',
    what: 'Retrieved files name the implementation of the server in their file meta information, not that of the client.',
    truth: ['legal'],
    operations: ['retrieve'],
    title: 'nothing',
    advice: 'None: who writes the file names itself (PS3.10 §7.1).',
    make: () =>
      bodies('retrieve', (body) =>
        withElement(body, '00020013', 'SH', (value) => 'VNA_5.4.1'.padEnd(value.length).slice(0, value.length)),
      ),
  },
  {
    id: 'legal-error-pages-in-html',
    what: 'Errors come with a page in HTML.',
    truth: ['legal'],
    operations: ['retrieve', 'metadata', 'search', 'store', 'frames'],
    title: 'nothing',
    advice: 'None: the payload of an error is free.',
    make: () =>
      answering(['retrieve', 'metadata', 'search', 'frames'], (answer) =>
        answer.status >= 400 && answer.content.kind === 'bytes'
          ? {
              ...answer,
              content: {
                kind: 'bytes',
                mediaType: 'text/html; charset=utf-8',
                bytes: Buffer.from(`<!doctype html><title>${answer.status}</title><h1>HTTP ${answer.status}</h1>\n`),
              },
            }
          : answer,
      ),
  },
];
