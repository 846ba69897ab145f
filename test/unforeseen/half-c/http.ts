import type { Defect } from '../kit/defect.ts';
import { answering, header, misreading, onTheWire, parts, refusing, withHeader } from '../kit/make.ts';

/** HTTP. */
export const HTTP: readonly Defect[] = [
  {
    id: 'head-of-length-zero',
    what: 'HEAD is answered with Content-Length: 0 whatever GET has.',
    truth: ['cosmetic', 'some-clients-only'],
    operations: ['search', 'metadata', 'retrieve'],
    title: 'HEAD states another Content-Length than GET',
    advice: 'Send with HEAD the fields of GET, or no Content-Length.',
    make: () =>
      onTheWire(
        (reply, { method }) => method === 'HEAD' && reply.status === 200,
        (reply) => withHeader(reply, 'Content-Length', '0'),
      ),
  },
  {
    id: 'long-urls-refused',
    what: 'URLs longer than 200 characters are answered 414 by the gateway.',
    truth: ['not-found-or-opened'],
    operations: ['retrieve', 'metadata', 'frames', 'bulkdata', 'rendered', 'delete'],
    title: 'requests with long URLs (long UIDs) are answered 414',
    advice: 'Raise the limit of the gateway: UIDs have up to 64 characters.',
    make: () => refusing(({ base, path }) => base.length + path.length > 200, 414, 'URI Too Long'),
  },
  {
    id: 'first-of-accept-only',
    what: 'Only the first media type of Accept is looked at: where it cannot be had, 406 follows though others could.',
    truth: ['some-clients-only'],
    operations: ['search', 'metadata', 'retrieve'],
    title: 'a list in Accept is refused with 406 though its second type is supported',
    advice: 'Look at every media type of Accept.',
    make: () =>
      misreading(
        ({ headers }) => headers.accept !== undefined,
        (request) => {
          const [first = ''] = /^(?:"[^"]*"|[^,])+/.exec(request.headers.accept ?? '') ?? [];
          return { ...request, headers: { ...request.headers, accept: first } };
        },
      ),
  },
  {
    id: 'not-found-as-page-with-200',
    what: 'Where a file, frame or picture does not exist the gateway sends a friendly HTML page with status 200.',
    truth: ['some-clients-only', 'not-found-or-opened', 'cosmetic'],
    operations: ['retrieve', 'frames', 'rendered'],
    title: 'what does not exist is answered 200 with an HTML page instead of 404',
    advice: 'Let 404 pass; do not replace error pages with status 200.',
    make: () =>
      answering(['retrieve', 'frames', 'rendered'], (answer) =>
        answer.status === 404
          ? {
              status: 200,
              headers: [],
              content: {
                kind: 'bytes',
                mediaType: 'text/html; charset=utf-8',
                bytes: Buffer.from('<!doctype html><title>Sorry</title><h1>We could not find this</h1>\n'),
              },
            }
          : answer,
      ),
  },
  {
    id: 'charset-label-latin-1',
    what: 'JSON is labelled charset=iso-8859-1 although it is in UTF-8, by a default of the web server.',
    truth: ['some-clients-only', 'cosmetic', 'altered'],
    operations: ['metadata', 'search'],
    title: 'Content-Type of JSON says charset=iso-8859-1',
    advice: 'Leave the parameter out or say utf-8 (AddDefaultCharset).',
    make: () =>
      onTheWire(
        (reply) => /dicom\+json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withHeader(reply, 'Content-Type', 'application/dicom+json; charset=iso-8859-1'),
      ),
  },
  {
    id: 'extra-line-before-files',
    what: 'The body of each part of a retrieve begins with a further CR LF.',
    truth: ['not-found-or-opened', 'altered'],
    operations: ['retrieve'],
    title: 'retrieved parts begin with two bytes too many (CR LF before the preamble)',
    advice: 'Write one empty line between the header of a part and its body.',
    make: () =>
      parts('retrieve', (all) =>
        all.map(({ headers, body }) => ({ headers, body: Buffer.concat([Buffer.from('\r\n'), body]) })),
      ),
  },
  {
    id: 'quoted-accept-type-refused',
    what: 'Accept: multipart/related; type="application/dicom" is answered 406 for the quotation marks; without them it is accepted.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['retrieve', 'frames'],
    title: 'Accept with a quoted type parameter is refused with 406',
    advice: 'Read quoted parameters in Accept.',
    make: () =>
      refusing(
        ({ headers, route }) =>
          route.operation === 'retrieve' && /type="application\/dicom"/.test(headers.accept ?? ''),
        406,
      ),
  },
];
