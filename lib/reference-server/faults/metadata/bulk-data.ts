import { gzipSync } from 'node:zlib';
import type { Behaviour } from '../../behaviour.ts';
import {
  changeAnswer,
  changeBody,
  changeList,
  changePartHeaders,
  changePayloads,
  changeReply,
  on,
} from '../../changes/answers.ts';
import { changeAttributes, withAttribute } from '../../changes/attributes.ts';
import { breakingOff } from '../../changes/breaking-off.ts';
import { withoutClosingDelimiter } from '../../changes/closing-delimiter.ts';
import { withHeader } from '../../changes/headers.ts';
import { textAnswer } from '../../message.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Changes every BulkDataURI in metadata; what comes out need be no string. */
function changeUris(change: (uri: string) => unknown): Behaviour {
  return changeAttributes(
    on('metadata'),
    ({ BulkDataURI }) => BulkDataURI !== undefined,
    (attribute) => ({ ...attribute, BulkDataURI: change(attribute.BulkDataURI ?? '') }),
  );
}

/** Faults of bulk data, and of the BulkDataURIs in metadata. */
export const METADATA_BULK_DATA: readonly Fault[] = [
  {
    id: 'bulkdata-uri-dead',
    title: 'hands out a BulkDataURI that leads nowhere',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-037'],
    breach: 'bulkdata-not-retrieved',
    behaviour: () => changeUris((uri) => `${uri}/gone`),
  },
  {
    id: 'bulkdata-uri-not-a-string',
    title: 'hands out a BulkDataURI in an array',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-021'],
    breach: 'json-bulk-data-uri-no-string',
    behaviour: () => changeUris((uri) => [uri]),
  },
  {
    id: 'bulkdata-uri-relative-to-elsewhere',
    title: 'hands out a relative BulkDataURI that resolves to nothing',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-021', 'WADO-RS-037'],
    breach: 'json-bulk-data-uri-relative',
    behaviour: () => changeUris(() => 'bulk/7FE00010'),
  },
  {
    id: 'bulkdata-uri-unreachable',
    title: 'hands out a BulkDataURI on a host that cannot be reached',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-037'],
    breach: 'link-out-of-reach',
    behaviour: () => changeUris(() => 'http://127.0.0.1:9/7FE00010'),
  },
  {
    id: 'bulkdata-uri-of-sibling',
    title: 'hands out the BulkDataURI of another instance of the series',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-037'],
    breach: 'bulkdata-bytes-changed',
    behaviour: () =>
      changeList(on('metadata'), (list, _, archive) =>
        list.map((dataSet) => {
          const own = String(dataSet['00080018']?.Value?.[0] ?? '');
          const study = String(dataSet['0020000D']?.Value?.[0] ?? '');
          const series = String(dataSet['0020000E']?.Value?.[0] ?? '');
          const sibling = archive.select({ study, series }).find(({ instance }) => instance !== own)?.instance ?? own;
          return withAttribute(dataSet, '7FE00010', ({ vr, BulkDataURI = '' }) => ({
            vr,
            BulkDataURI: BulkDataURI.replace(`/instances/${own}`, `/instances/${sibling}`),
          })) as typeof dataSet;
        }),
      ),
  },
  {
    id: 'bulkdata-bytes-wrong',
    title: 'serves other bytes under a BulkDataURI than the element has',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-037'],
    breach: 'bulkdata-bytes-changed',
    behaviour: () => changePayloads(on('bulkdata'), (bytes) => Buffer.from(bytes).map((octet) => octet ^ 1)),
  },
  {
    id: 'bulkdata-refused',
    title: 'answers 404 to every request for a BulkDataURI',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-037'],
    breach: 'bulkdata-not-retrieved',
    behaviour: () => changeAnswer(on('bulkdata'), () => textAnswer(404, 'not found')),
  },
  {
    id: 'bulkdata-as-single-part',
    title: 'serves bulk data as one body of application/octet-stream where multipart is asked for',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-058'],
    breach: 'bulkdata-media-type',
    behaviour: () =>
      changeAnswer(on('bulkdata'), (answer) => {
        const [part] = answer.content.kind === 'multipart' ? answer.content.parts : [];
        return part
          ? { ...answer, content: { kind: 'bytes', mediaType: 'application/octet-stream', bytes: part.body } }
          : answer;
      }),
  },
  {
    id: 'bulkdata-no-closing-delimiter',
    title: 'ends the multipart body of bulk data without the closing delimiter',
    scenarios: TUTORIAL.metadata,
    requirements: ['MP-004'],
    breach: 'multipart-not-closed',
    behaviour: () => changeBody(on('bulkdata'), withoutClosingDelimiter),
  },
  {
    id: 'line-break-for-closing-delimiter',
    title: 'ends every multipart body with a line break where the closing delimiter belongs',
    scenarios: [...TUTORIAL.retrieve, ...TUTORIAL.metadata],
    requirements: ['MP-004'],
    breach: 'multipart-not-closed',
    behaviour: () =>
      changeBody(on(['retrieve', 'bulkdata']), (body, boundary) =>
        Buffer.concat([withoutClosingDelimiter(body, boundary), Buffer.from('\r\n')]),
      ),
  },
  {
    id: 'bulkdata-gzip-unrequested',
    title: 'compresses bulk data for a client that does not accept gzip',
    scenarios: TUTORIAL.metadata,
    requirements: ['COMMON-019'],
    breach: 'content-coding-not-accepted',
    behaviour: () =>
      changeReply(on('bulkdata'), ({ headers, body, ...reply }) => ({
        ...reply,
        headers: [...headers, ['Content-Encoding', 'gzip']],
        body: [gzipSync(Buffer.concat(body), { level: 1 })],
      })),
  },
  {
    id: 'bulkdata-ends-early',
    title: 'closes the connection in the middle of bulk data',
    scenarios: TUTORIAL.metadata,
    requirements: ['COMMON-001'],
    breach: 'answer-incomplete',
    behaviour: () => breakingOff(on('bulkdata')),
  },
  {
    id: 'bulkdata-located-elsewhere',
    title: 'sends bulk data with the Content-Location of another instance',
    scenarios: TUTORIAL.metadata,
    requirements: ['MP-008'],
    breach: 'part-location-of-another',
    behaviour: () =>
      changePartHeaders(on('bulkdata'), (headers) =>
        withHeader(headers, 'Content-Location', (value) => value.replace('/instances/', '/instances/2.25.')),
      ),
  },
  {
    id: 'bulkdata-syntax-untrue',
    title: 'labels native bulk data with the transfer syntax of JPEG',
    scenarios: TUTORIAL.metadata,
    requirements: ['WADO-RS-048'],
    breach: 'part-transfer-syntax-unlisted',
    behaviour: () =>
      changePartHeaders(on('bulkdata'), (headers) =>
        withHeader(headers, 'Content-Type', (value) => `${value}; transfer-syntax=1.2.840.10008.1.2.4.50`),
      ),
  },
];
