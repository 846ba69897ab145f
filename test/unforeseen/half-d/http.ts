import { gzipSync } from 'node:zlib';
import type { Request } from '../../../lib/reference-server/message.ts';
import type { Defect } from '../kit/defect.ts';
import { answering, header, misreading, onTheWire, refusal, withBytes, withHeader, withText } from '../kit/make.ts';

const PROXY_BUFFER = 65_536;

/** The request with parameters read from the URL by another rule; what cannot be read so stays. */
function reread({ rawQuery, ...request }: Request, read: (text: string) => string): Request {
  const query = rawQuery
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [read(name), read(value.join('='))] as const;
    });
  return { ...request, rawQuery, query };
}

/** HTTP. */
export const HTTP: readonly Defect[] = [
  {
    id: 'gzip-not-asked-for',
    what: 'JSON is sent with Content-Encoding: gzip whether Accept-Encoding allows it or not.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['metadata', 'search'],
    title: 'an answer is in gzip though Accept-Encoding does not allow it',
    advice: 'Send gzip only where Accept-Encoding has it.',
    make: () =>
      onTheWire(
        (reply, { method }) =>
          method === 'GET' && reply.status === 200 && /json/.test(header(reply, 'content-type') ?? ''),
        (reply) =>
          withHeader(
            withBytes(reply, (bytes) => gzipSync(bytes)),
            'Content-Encoding',
            'gzip',
          ),
      ),
  },
  {
    id: 'length-in-characters',
    what: 'Content-Length of JSON counts characters instead of bytes, so that text beyond ASCII cuts off its end.',
    truth: ['not-found-or-opened', 'data-lost', 'some-clients-only'],
    operations: ['metadata', 'search', 'store'],
    title: 'JSON with letters beyond ASCII ends too early: Content-Length is too small',
    advice: 'Count the bytes of the encoded text.',
    make: () =>
      onTheWire(
        (reply) => /json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withBytes(reply, (bytes) => bytes.subarray(0, bytes.toString('utf8').length)),
      ),
  },
  {
    id: 'weights-of-accept-ignored',
    what: 'Weights in Accept are not looked at: the first type that can be had is sent.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['metadata', 'search', 'rendered'],
    title: 'a type of lower weight in Accept is sent in place of a preferred one',
    advice: 'Choose by the q parameter.',
    make: () =>
      misreading(
        ({ headers }) => /;\s*q=/i.test(headers.accept ?? ''),
        (request) => {
          const accept = (request.headers.accept ?? '').replace(/;\s*q=[\d.]+/gi, '');
          return { ...request, headers: { ...request.headers, accept } };
        },
      ),
  },
  {
    id: 'query-not-decoded',
    what: 'Percent escapes in the query are not decoded: a search for Doe%5EJane looks for these characters.',
    truth: ['not-found-or-opened'],
    operations: ['search'],
    title: 'a search with percent-encoded characters finds nothing',
    advice: 'Decode names and values of the query.',
    make: () => misreading('search', (request) => reread(request, (text) => text)),
  },
  {
    id: 'plus-is-space',
    what: 'A plus sign in the query is read as a space, as HTML forms have it.',
    truth: ['not-found-or-opened', 'some-clients-only', 'wrong-patient-or-image'],
    operations: ['search', 'metadata'],
    title: 'a plus sign in the query is read as a space',
    advice: 'Decode the query by RFC 3986, where a plus sign is itself.',
    make: () =>
      misreading(
        () => true,
        (request) => reread(request, (text) => decodeURIComponent(text.replaceAll('+', ' '))),
      ),
  },
  {
    id: 'line-feeds-between-parts',
    what: 'Header lines of the parts of metadata in XML end with a line feed alone.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['metadata', 'search'],
    title: 'lines between parts of a multipart answer end with LF instead of CR LF',
    advice: 'End each line of the multipart framing with CR LF.',
    make: () =>
      onTheWire(
        (reply) => /multipart.*dicom\+xml/.test(header(reply, 'content-type') ?? ''),
        (reply) => withText(reply, (text) => text.replaceAll('\r\n', '\n')),
      ),
  },
  {
    id: 'missing-frame-is-500',
    what: 'A frame that an image does not have is answered 500, for an index out of bounds.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['frames', 'rendered'],
    title: 'a frame number beyond the last is answered 500 instead of 404',
    advice: 'Compare with NumberOfFrames, and answer 404.',
    make: () =>
      answering(
        ({ route }) => route.frames !== undefined,
        (answer) =>
          answer.status === 404 ? refusal(500, 'java.lang.IndexOutOfBoundsException: imageIndex: 1') : answer,
      ),
  },
  {
    id: 'cut-at-buffer-of-proxy',
    what: 'The proxy sends the first 64 KiB of an answer, and ends it with a Content-Length that fits.',
    truth: ['data-lost', 'not-found-or-opened', 'altered'],
    operations: ['retrieve', 'metadata', 'frames', 'bulkdata'],
    title: 'answers longer than 64 KiB end after 64 KiB',
    advice: 'Let the proxy pass answers of any length.',
    make: () =>
      onTheWire(
        ({ body, status }) => status === 200 && body.reduce((sum, { length }) => sum + length, 0) > PROXY_BUFFER,
        (reply) => withBytes(reply, (bytes) => bytes.subarray(0, PROXY_BUFFER)),
      ),
  },
];
