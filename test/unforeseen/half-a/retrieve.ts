import { gzipSync } from 'node:zlib';
import { textIn, withElement } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { answering, around, bodies, header, onTheWire, parts, withBytes, withHeader } from '../kit/make.ts';

/** Retrieves of files, frames, bulk data and pictures. */
export const RETRIEVE: readonly Defect[] = [
  {
    id: 'gzip-without-saying-so',
    what: 'Metadata is compressed with gzip and has no Content-Encoding field.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['metadata'],
    title: 'the body of metadata is gzip although no Content-Encoding says so',
    advice: 'Send Content-Encoding: gzip, and only to clients that accept it.',
    make: () =>
      onTheWire(
        (reply, { route }) => route.operation === 'metadata' && reply.status === 200,
        (reply) => withBytes(reply, (bytes) => gzipSync(bytes)),
      ),
  },
  {
    id: 'frames-list-gives-first-only',
    what: 'A list of several frames is answered with the first of them only.',
    truth: ['not-found-or-opened', 'data-lost', 'wrong-patient-or-image'],
    operations: ['frames'],
    title: 'frames/1,3 returns one frame instead of two',
    advice: 'Return every frame of the list.',
    make: () => parts('frames', (all) => all.slice(0, 1)),
  },
  {
    id: 'frames-in-big-endian',
    what: 'Frames of 16-bit images are sent in big endian although the answer says Explicit VR Little Endian.',
    truth: ['altered'],
    operations: ['frames'],
    title: 'the bytes of frames are swapped compared with the stored pixels',
    advice: 'Send native frames in little endian.',
    make: () => bodies('frames', (body) => (body.length % 2 === 0 ? Buffer.from(body).swap16() : body)),
  },
  {
    id: 'bulk-data-of-first-in-series',
    what: 'Bulk data of any instance is that of the first instance in its series.',
    truth: ['wrong-patient-or-image'],
    operations: ['bulkdata'],
    title: 'the BulkDataURI of one instance returns the pixels of another instance',
    advice: 'Look up bulk data by SOPInstanceUID.',
    make: () =>
      around('bulkdata', (request, archive, next) => {
        const { study = '', series, instance } = request.route;
        const exists = archive.select({ study, series, instance }).length > 0;
        const first = archive.select({ study, series })[0]?.instance;
        return next(exists && first ? { ...request, route: { ...request.route, instance: first } } : request, archive);
      }),
  },
  {
    id: 'study-of-two-at-most',
    what: 'The retrieve of a study or series returns two instances at most.',
    truth: ['data-lost', 'not-found-or-opened', 'wrong-patient-or-image'],
    operations: ['retrieve'],
    title: 'GET /studies/{study} returns 2 of 3 instances',
    advice: 'Return every instance of the study.',
    make: () => parts('retrieve', (all) => all.slice(0, 2)),
  },
  {
    id: 'boundary-in-header-differs',
    what: 'The boundary in the Content-Type of multipart answers is in capitals while the body has it in small letters.',
    truth: ['not-found-or-opened'],
    operations: ['retrieve'],
    title: 'the boundary of Content-Type does not occur in the body',
    advice: 'Use the same boundary, letter by letter.',
    make: () =>
      onTheWire(
        (reply, { route }) => route.operation === 'retrieve' && /boundary=/.test(header(reply, 'content-type') ?? ''),
        (reply) =>
          withHeader(
            reply,
            'Content-Type',
            (header(reply, 'content-type') ?? '').replace(
              /boundary=.*/,
              (text) => `boundary=${text.slice(9).toUpperCase()}`,
            ),
          ),
      ),
  },
  {
    id: 'unknown-study-as-empty-answer',
    what: 'Metadata of a study, series or instance that is not there are answered 200 with an empty list.',
    truth: ['some-clients-only', 'not-found-or-opened', 'cosmetic'],
    operations: ['metadata'],
    title: 'metadata of something that does not exist are answered 200 instead of 404',
    advice: 'Answer 404 for what is not there.',
    make: () =>
      answering('metadata', (answer) =>
        answer.status === 404
          ? { status: 200, headers: [], content: { kind: 'json', mediaType: 'application/dicom+json', value: [] } }
          : answer,
      ),
  },
  {
    id: 'long-answers-cut',
    what: 'Answers longer than 9000 bytes are cut: the connection ends in the middle of the body.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['retrieve', 'metadata', 'search'],
    title: 'the connection ends before the answer is complete',
    advice: 'Find what closes the connection, such as a proxy with a buffer or time limit.',
    make: () => ({
      send: async (reply, response, _request, next) => {
        const length = reply.body.reduce((sum, chunk) => sum + chunk.length, 0);
        if (length <= 9000) return next(reply, response);
        response.writeHead(reply.status, [...reply.headers.flat(), 'Content-Length', String(length)]);
        response.write(Buffer.concat(reply.body).subarray(0, 9000), () => response.destroy());
      },
    }),
  },
  {
    id: 'last-path-segment-ignored',
    what: 'The retrieve of an instance answers with the instance of its series that was stored first.',
    truth: ['wrong-patient-or-image'],
    operations: ['retrieve'],
    title: 'GET of an instance returns another instance of the series',
    advice: 'Select by the SOPInstanceUID of the path.',
    make: () =>
      around(
        ({ route }) => route.operation === 'retrieve' && route.level === 'instances',
        (request, archive, next) => {
          const { study = '', series } = request.route;
          const first = archive.select({ study, series })[0]?.instance;
          const exists = archive.select({ study, series, instance: request.route.instance }).length > 0;
          return next(
            first && exists ? { ...request, route: { ...request.route, instance: first } } : request,
            archive,
          );
        },
      ),
  },
  {
    id: 'frame-beyond-last-gives-last',
    what: 'A frame number beyond the last frame is answered 200 with the last frame.',
    truth: ['wrong-patient-or-image'],
    operations: ['frames'],
    title: 'a frame that does not exist is answered 200 with another frame',
    advice: 'Answer 404 for a frame beyond NumberOfFrames.',
    make: () =>
      around('frames', async (request, archive, next) => {
        const answer = await next(request, archive);
        const { study = '', series, instance } = request.route;
        const [held] = archive.select({ study, series, instance });
        if (answer.status !== 404 || !held) return answer;
        const frames = textIn(held.bytes, '00280008', 'IS')?.trim() ?? '1';
        return next({ ...request, route: { ...request.route, frames } }, archive);
      }),
  },
  {
    id: 'part-label-names-jpeg',
    what: 'Parts of a retrieve are labelled with the transfer syntax JPEG Baseline although their files are uncompressed.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['retrieve'],
    title: 'the transfer-syntax parameter of a part differs from the file in it',
    advice: 'Write the transfer syntax of the file into the part header.',
    make: () =>
      parts('retrieve', (all) =>
        all.map(({ headers, body }) => ({
          headers: headers.map(([name, value]) =>
            name === 'Content-Type'
              ? ([name, 'application/dicom; transfer-syntax=1.2.840.10008.1.2.4.50'] as const)
              : ([name, value] as const),
          ),
          body,
        })),
      ),
  },
  {
    id: 'closing-delimiter-half',
    what: 'Multipart answers end with a delimiter that lacks its second closing hyphen.',
    truth: ['some-clients-only', 'not-found-or-opened', 'cosmetic'],
    operations: ['retrieve', 'frames', 'bulkdata'],
    title: 'multipart answers lack a proper closing delimiter',
    advice: 'End the body with --boundary--.',
    make: () =>
      onTheWire(
        (reply) => /multipart/.test(header(reply, 'content-type') ?? ''),
        (reply) => withBytes(reply, (bytes) => bytes.subarray(0, -1)),
      ),
  },
  {
    id: 'line-feeds-in-multipart',
    what: 'Header lines of multipart parts end with a line feed alone instead of CR LF.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['retrieve'],
    title: 'the part headers of multipart answers end with LF instead of CRLF',
    advice: 'End each header line with CR LF.',
    make: () =>
      onTheWire(
        (reply, { route }) => route.operation === 'retrieve' && /multipart/.test(header(reply, 'content-type') ?? ''),
        (reply) => ({
          ...reply,
          body: reply.body.map((chunk) => {
            const text = Buffer.from(chunk).toString('latin1');
            return /^(\r\n)?--part-/.test(text) && chunk.length < 1000
              ? Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1')
              : chunk;
          }),
        }),
      ),
  },
  {
    id: 'meta-names-other-instance',
    what: 'MediaStorageSOPInstanceUID of retrieved files is not the SOPInstanceUID of their data set.',
    truth: ['some-clients-only', 'wrong-patient-or-image', 'altered'],
    operations: ['retrieve'],
    title: 'MediaStorageSOPInstanceUID (0002,0003) differs from the SOP Instance UID',
    advice: 'Write the SOPInstanceUID of the data set into the file meta information.',
    make: () =>
      bodies('retrieve', (body) =>
        withElement(body, '00020003', 'UI', (value) => {
          const text = value.toString('latin1').replaceAll('\0', '');
          return text.slice(0, -1) + ((Number(text.at(-1)) + 1) % 10);
        }),
      ),
  },
  {
    id: 'part-length-off-by-two',
    what: 'Content-Length in the part headers of multipart answers is two bytes more than the part has.',
    truth: ['some-clients-only', 'not-found-or-opened', 'altered'],
    operations: ['retrieve'],
    title: 'Content-Length of a part is not its length',
    advice: 'Count the bytes of the part without the CR LF before the delimiter, or leave the field out.',
    make: () =>
      onTheWire(
        (reply, { route }) => route.operation === 'retrieve' && /multipart/.test(header(reply, 'content-type') ?? ''),
        (reply) => ({
          ...reply,
          body: reply.body.map((chunk) =>
            chunk.length < 1000
              ? Buffer.from(
                  Buffer.from(chunk)
                    .toString('latin1')
                    .replace(/Content-Length: (\d+)/, (_, length: string) => `Content-Length: ${Number(length) + 2}`),
                  'latin1',
                )
              : chunk,
          ),
        }),
      ),
  },
  {
    id: 'bulk-data-cut-at-1-kib',
    what: 'Bulk data longer than 1024 bytes ends after 1024 bytes, with a matching Content-Length.',
    truth: ['data-lost', 'altered'],
    operations: ['bulkdata'],
    title: 'the bulk data behind a BulkDataURI is cut to 1024 bytes',
    advice: 'Send the whole value.',
    make: () => bodies('bulkdata', (body) => body.subarray(0, 1024)),
  },
  {
    id: 'whole-answers-as-206',
    what: 'Whole answers to retrieves are sent with status 206 Partial Content without a range.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['retrieve'],
    title: 'GET without Range is answered 206',
    advice: 'Answer 200 where no range was asked for.',
    make: () => answering('retrieve', (answer) => (answer.status === 200 ? { ...answer, status: 206 } : answer)),
  },
];
