import type { Defect } from '../kit/defect.ts';
import { answering, onTheWire, refusing, withHeader, withText } from '../kit/make.ts';

/** What goes wrong in HTTP, whatever the operation. */
export const HTTP: readonly Defect[] = [
  {
    id: 'error-page-of-proxy',
    what: 'A proxy in front answers every 404 with its own HTML page and status 200.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['metadata', 'retrieve'],
    title: 'what is not there is answered 200 with an HTML page',
    advice: 'Let 404 through.',
    make: () =>
      onTheWire(
        (reply) => reply.status === 404,
        (reply) =>
          withHeader(
            withText({ ...reply, status: 200 }, () => '<!DOCTYPE html><html><body><h1>Oops!</h1></body></html>'),
            'Content-Type',
            'text/html',
          ),
      ),
  },
  {
    id: 'bad-request-is-500-with-stack',
    what: 'Bad requests are answered 500 with a stack trace.',
    truth: ['some-clients-only', 'exposed', 'cosmetic'],
    operations: ['search', 'metadata', 'store'],
    title: 'an invalid request is answered 500 instead of 400',
    advice: 'Validate input and answer 400.',
    make: () =>
      onTheWire(
        (reply) => reply.status === 400,
        (reply) =>
          withText(
            { ...reply, status: 500 },
            () => 'java.lang.NullPointerException\n\tat org.pacs.web.QidoRS.search(QidoRS.java:214)\n',
          ),
      ),
  },
  {
    id: 'escaped-uids-not-found',
    what: 'Path and query are compared without decoding percent escapes, so an escaped UID is not found.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['search', 'metadata'],
    title: 'percent-encoded characters in keys or values are not decoded',
    advice: 'Decode percent escapes before comparing.',
    make: () =>
      refusing(({ rawQuery, path }) => /%3[0-9]|%2E|%2C|%5C|%[46][0-9A-F]/i.test(rawQuery) || /%/.test(path), 404),
  },
  {
    id: 'store-is-201',
    what: 'A store is answered 201 Created.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['store'],
    title: 'a store is answered 201 instead of 200',
    advice: 'Answer 200.',
    make: () => answering('store', (answer) => (answer.status === 200 ? { ...answer, status: 201 } : answer)),
  },
  {
    id: 'head-says-empty',
    what: 'HEAD is answered with Content-Length 0 and without Content-Type.',
    truth: ['cosmetic', 'some-clients-only'],
    operations: ['metadata', 'search'],
    title: 'HEAD has other header fields (Content-Type, Content-Length) than GET',
    advice: 'Send the header fields of GET.',
    make: () =>
      onTheWire(
        (_, { method }) => method === 'HEAD',
        (reply) => withHeader(withHeader(reply, 'Content-Type', null), 'Content-Length', '0'),
      ),
  },
  {
    id: 'errors-are-200',
    what: 'Errors are answered 200 with a JSON object that has an error member.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['metadata', 'search', 'retrieve'],
    title: 'requests that fail are answered 200',
    advice: 'Use HTTP status codes.',
    make: () =>
      onTheWire(
        (reply, { method }) => reply.status >= 400 && method === 'GET',
        (reply) =>
          withHeader(
            withText({ ...reply, status: 200 }, () => `{"error":{"code":${reply.status}}}`),
            'Content-Type',
            'application/json',
          ),
      ),
  },
  {
    id: 'patch-is-accepted',
    what: 'A method that the service does not have is answered 200 with an empty body.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['capabilities'],
    title: 'PATCH is answered 200 instead of 405',
    advice: 'Answer 405 with Allow.',
    make: () =>
      onTheWire(
        (reply, { method }) => reply.status === 405 && method === 'PATCH',
        (reply) => ({ ...withHeader(reply, 'Allow', null), status: 200, body: [] }),
      ),
  },
  {
    id: 'not-found-is-500',
    what: 'What is not there is answered 500 instead of 404.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['metadata', 'retrieve', 'frames'],
    title: 'an unknown study, series or instance is answered 500 instead of 404',
    advice: 'Answer 404.',
    make: () =>
      onTheWire(
        (reply) => reply.status === 404,
        (reply) => ({ ...reply, status: 500 }),
      ),
  },
  {
    id: 'head-refused',
    what: 'HEAD is answered 405.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['metadata', 'search'],
    title: 'HEAD is answered 405 where GET is 200',
    advice: 'Answer HEAD like GET without a body.',
    make: () =>
      onTheWire(
        (_, { method }) => method === 'HEAD',
        (reply) => ({ ...withHeader(reply, 'Content-Type', null), status: 405, body: [] }),
      ),
  },
];
