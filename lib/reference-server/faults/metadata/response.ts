import { gzipSync } from 'node:zlib';
import {
  changeAnswer,
  changeBody,
  changeContentType,
  changeParts,
  changeReply,
  changeStatus,
  on,
} from '../../changes/answers.ts';
import { writingByHand } from '../../changes/by-hand.ts';
import { withoutHeader } from '../../changes/headers.ts';
import { refuse } from '../../changes/refuse.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Another label for answers in JSON; those in XML keep theirs. */
function ofJson(label: string): (contentType: string) => string {
  return (contentType) => (contentType.startsWith('application/dicom+json') ? label : contentType);
}

/** Faults of the HTTP response with metadata: status, Content-Type, Content-Encoding, length, Content-Location. */
export const METADATA_RESPONSE: readonly Fault[] = [
  {
    id: 'metadata-answers-500',
    title: 'answers 500 to a retrieve of metadata',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-030'],
    breach: 'metadata-not-retrieved',
    behaviour: () => changeStatus(on('metadata'), 200, 500),
  },
  {
    id: 'unknown-metadata-answers-empty-list',
    title: 'answers 200 with an empty list to a request for metadata of instances that are not stored',
    scenarios: TUTORIAL.delete,
    requirements: ['WADO-RS-018', 'DELETE-005'],
    breach: 'unknown-resource-success',
    behaviour: () =>
      changeAnswer(on('metadata'), (answer) =>
        answer.status === 404
          ? { status: 200, headers: [], content: { kind: 'json', mediaType: 'application/dicom+json', value: [] } }
          : answer,
      ),
  },
  {
    id: 'metadata-without-content-type',
    title: 'leaves out the Content-Type of metadata',
    scenarios: TUTORIAL.metadata,
    requirements: ['COMMON-017'],
    breach: 'media-type-missing',
    behaviour: () => changeContentType(on('metadata'), () => null),
  },
  {
    id: 'metadata-labelled-as-html',
    title: 'labels metadata as text/html',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-031'],
    breach: 'json-labelled-otherwise',
    behaviour: () => changeContentType(on('metadata'), ofJson('text/html; charset=utf-8')),
  },
  {
    id: 'metadata-labelled-as-plain-json',
    title: 'labels metadata as application/json',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-031', 'JSON-026'],
    breach: 'json-labelled-otherwise',
    behaviour: () => changeContentType(on('metadata'), ofJson('application/json')),
  },
  {
    id: 'metadata-charset-repeated',
    title: 'gives two charset parameters in the Content-Type of metadata',
    scenarios: TUTORIAL.metadata,
    requirements: ['COMMON-021'],
    breach: 'media-type-parameter-repeated',
    behaviour: () =>
      changeContentType(on('metadata'), ofJson('application/dicom+json; charset=utf-8; charset=iso-8859-1')),
  },
  {
    id: 'metadata-gzip-undeclared',
    title: 'compresses metadata without Content-Encoding',
    scenarios: TUTORIAL.metadata,
    requirements: ['COMMON-019', 'JSON-001'],
    breach: 'content-coding-undeclared',
    behaviour: () => changeBody(on('metadata'), (body) => gzipSync(body)),
  },
  {
    id: 'both-length-and-chunked',
    title: 'gives Content-Length beside Transfer-Encoding',
    scenarios: TUTORIAL.metadata,
    requirements: ['COMMON-001', 'COMMON-018'],
    breach: 'answer-incomplete',
    behaviour: () =>
      writingByHand(
        ({ route }, { status }) => route.operation === 'metadata' && status === 200,
        (body) => ({
          version: '1.1',
          headers: [
            ['Transfer-Encoding', 'chunked'],
            ['Connection', 'close'],
          ],
          body: Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]),
        }),
      ),
  },
  {
    id: 'response-without-length',
    title: 'ends metadata by closing the connection, with neither Content-Length nor Transfer-Encoding',
    scenarios: TUTORIAL.metadata,
    requirements: ['COMMON-018'],
    breach: 'payload-without-length',
    behaviour: () => changeReply(on('metadata'), (reply) => ({ ...reply, framing: 'close' })),
  },
  {
    id: 'metadata-xml-refused',
    title: 'answers 406 to metadata as XML',
    scenarios: ['metadata-as-xml'],
    requirements: ['WADO-RS-032'],
    breach: 'xml-refused',
    behaviour: () =>
      refuse(
        (request) => request.route.operation === 'metadata' && /dicom\+xml/.test(request.headers.accept ?? ''),
        406,
        'metadata is JSON',
      ),
  },
  {
    id: 'metadata-xml-misses-one',
    title: 'leaves the first instance out of metadata as XML',
    scenarios: ['metadata-as-xml'],
    requirements: ['WADO-RS-032'],
    breach: 'xml-part-count',
    behaviour: () => changeParts(on('metadata'), (parts) => parts.slice(1)),
  },
  {
    id: 'metadata-without-location',
    title: 'returns metadata without its Content-Location',
    scenarios: ['content-location'],
    requirements: ['COMMON-020'],
    breach: 'resource-without-location',
    behaviour: () =>
      changeAnswer(on('metadata'), (answer) => ({
        ...answer,
        headers: withoutHeader(answer.headers, 'Content-Location'),
      })),
  },
];
