import { gzipSync } from 'node:zlib';
import type { Defect } from '../kit/defect.ts';
import { around, header, misreading, onTheWire, refusing, withBytes, withHeader, withQuery } from '../kit/make.ts';

/** What goes wrong in HTTP, whatever the operation. */
export const HTTP: readonly Defect[] = [
  {
    id: 'json-without-content-type',
    what: 'JSON answers have no Content-Type.',
    truth: ['some-clients-only'],
    operations: ['metadata', 'search', 'store'],
    title: 'answers have no Content-Type',
    advice: 'Send Content-Type: application/dicom+json.',
    make: () =>
      onTheWire(
        (reply) => /json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withHeader(reply, 'Content-Type', null),
      ),
  },
  {
    id: 'type-in-capitals-refused',
    what: 'A media type in capital letters in Accept is answered 406.',
    truth: ['some-clients-only'],
    operations: ['search', 'metadata'],
    title: 'Accept: APPLICATION/DICOM+JSON is answered 406',
    advice: 'Compare media types without regard to case.',
    make: () => refusing(({ headers }) => /^APPLICATION/.test(headers.accept ?? ''), 406),
  },
  {
    id: 'allow-missing',
    what: 'An answer 405 has no Allow field.',
    truth: ['cosmetic'],
    operations: ['capabilities'],
    title: '405 without Allow',
    advice: 'Send Allow with the methods of the resource.',
    make: () =>
      onTheWire(
        (reply) => reply.status === 405,
        (reply) => withHeader(reply, 'Allow', null),
      ),
  },
  {
    id: 'accept-parameter-ignored',
    what: 'The query parameter accept is ignored.',
    truth: ['some-clients-only'],
    operations: ['metadata'],
    title: 'the query parameter accept has no effect',
    advice: 'Read the accept query parameter before the Accept header.',
    make: () =>
      misreading('metadata', (request) =>
        withQuery(request, (name, value) => (name === 'accept' ? null : [name, value])),
      ),
  },
  {
    id: 'any-type-refused',
    what: 'Accept: */* is answered 406.',
    truth: ['some-clients-only'],
    operations: ['retrieve', 'metadata', 'search'],
    title: 'Accept: */* is answered 406',
    advice: 'Answer */* with the default media type.',
    make: () => refusing(({ headers, route }) => headers.accept === '*/*' && route.operation !== 'delete', 406),
  },
  {
    id: 'gzip-not-asked-for',
    what: 'JSON is compressed with gzip whether or not the client accepts that.',
    truth: ['some-clients-only'],
    operations: ['metadata', 'search'],
    title: 'answers are compressed although Accept-Encoding does not ask for it',
    advice: 'Compress only when Accept-Encoding has gzip.',
    make: () =>
      onTheWire(
        (reply, { headers }) =>
          /json/.test(header(reply, 'content-type') ?? '') && !/gzip/.test(String(headers['accept-encoding'] ?? '')),
        (reply) =>
          withHeader(
            withBytes(reply, (bytes) => gzipSync(bytes)),
            'Content-Encoding',
            'gzip',
          ),
      ),
  },
  {
    id: 'content-length-too-short',
    what: 'Content-Length of metadata counts characters instead of bytes, so the end of non-ASCII answers is cut.',
    truth: ['not-found-or-opened', 'data-lost', 'some-clients-only'],
    operations: ['metadata'],
    title: 'metadata with non-ASCII text are cut at the end and are no valid JSON',
    advice: 'Count the bytes of the encoded text.',
    make: () =>
      onTheWire(
        (reply, { route }) => route.operation === 'metadata' && /json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withBytes(reply, (bytes) => bytes.subarray(0, bytes.toString('utf8').length)),
      ),
  },
  {
    id: 'unknown-accept-gets-json',
    what: 'Accept is ignored where the server cannot send what it asks for: JSON is sent instead of 406.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['metadata', 'search'],
    title: 'a type that the server does not have is answered 200 instead of 406',
    advice: 'Answer 406.',
    make: () =>
      around(['metadata', 'search'], async (request, archive, next) => {
        const answer = await next(request, archive);
        return answer.status === 406
          ? next({ ...request, headers: { ...request.headers, accept: 'application/dicom+json' } }, archive)
          : answer;
      }),
  },
  {
    id: 'list-with-broken-type-refused',
    what: 'One media type in Accept that cannot be read makes the server answer 500.',
    truth: ['some-clients-only'],
    operations: ['search'],
    title: 'an Accept list with one unreadable or unknown entry is answered 500',
    advice: 'Skip what cannot be read in Accept.',
    make: () =>
      refusing(
        ({ headers }) => /no-media-type/.test(headers.accept ?? ''),
        500,
        'java.lang.IllegalArgumentException: no-media-type',
      ),
  },
  {
    id: 'quality-ignored',
    what: 'The q values of Accept are ignored: the first type of the list wins.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['metadata'],
    title: 'Accept with q values is answered with the type of the lower q',
    advice: 'Choose by the q values.',
    make: () =>
      misreading('metadata', (request) => {
        const [first = '*/*'] = (request.headers.accept ?? '*/*').split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
        return { ...request, headers: { ...request.headers, accept: first.replace(/;\s*q=[\d.]+/, '') } };
      }),
  },
];
