import { textIn, withElement, withPixels } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { around, bodies, header, misreading, onTheWire, parts, refusing, withHeader } from '../kit/make.ts';

/** Retrieves of files, frames, bulk data and pictures. */
export const RETRIEVE: readonly Defect[] = [
  {
    id: 'parts-as-octet-stream',
    what: 'The parts of a retrieve are labelled application/octet-stream instead of application/dicom.',
    truth: ['some-clients-only'],
    operations: ['retrieve'],
    title: 'parts have Content-Type application/octet-stream where application/dicom was asked for',
    advice: 'Label each part application/dicom.',
    make: () =>
      parts('retrieve', (all) =>
        all.map(({ headers, body }) => ({
          headers: headers.map(([name, value]) =>
            name === 'Content-Type' ? ([name, 'application/octet-stream'] as const) : ([name, value] as const),
          ),
          body,
        })),
      ),
  },
  {
    id: 'series-retrieve-gives-study',
    what: 'The retrieve of a series returns the instances of the whole study.',
    truth: ['wrong-patient-or-image'],
    operations: ['retrieve'],
    title: 'GET of a series returns instances of another series',
    advice: 'Select by the SeriesInstanceUID of the path.',
    make: () =>
      misreading(
        ({ route }) => route.operation === 'retrieve' && route.level === 'series',
        (request) => {
          const { series: _, ...route } = request.route;
          return { ...request, route: { ...route, level: 'studies' } };
        },
      ),
  },
  {
    id: 'foreign-instance-in-study',
    what: 'The multipart answer of a study also holds an instance of another study that the server has.',
    truth: ['wrong-patient-or-image'],
    operations: ['retrieve'],
    title: 'GET /studies/{study} contains an instance of another study',
    advice: 'Select by the StudyInstanceUID of the path only.',
    make: () =>
      parts(
        ({ route }) => route.operation === 'retrieve' && route.level === 'studies',
        (all, { route, base }, archive) => {
          const foreign = archive.select().find(({ study }) => study !== route.study);
          const headers = all[0]?.headers.filter(([name]) => name !== 'Content-Location') ?? [];
          if (!foreign) return all;
          const at = `${base}/studies/${foreign.study}/series/${foreign.series}/instances/${foreign.instance}`;
          return [...all, { headers: [...headers, ['Content-Location', at]], body: foreign.bytes }];
        },
      ),
  },
  {
    id: 'rendered-png-labelled-jpeg',
    what: 'Rendered pictures are PNG files although their Content-Type says image/jpeg.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['rendered'],
    title: 'the rendered picture is labelled image/jpeg and is a PNG',
    advice: 'Label the picture with the type that it has, or encode what is labelled.',
    make: () =>
      around('rendered', async (request, archive, next) => {
        const answer = await next(request, archive);
        if (answer.content.kind !== 'bytes' || !/jpeg/.test(answer.content.mediaType)) return answer;
        const png = await next({ ...request, headers: { ...request.headers, accept: 'image/png' } }, archive);
        return png.content.kind === 'bytes' ? { ...png, content: { ...png.content, mediaType: 'image/jpeg' } } : answer;
      }),
  },
  {
    id: 'multipart-mixed',
    what: 'Answers with several parts are labelled multipart/mixed instead of multipart/related.',
    truth: ['some-clients-only'],
    operations: ['retrieve', 'frames', 'bulkdata'],
    title: 'Content-Type is multipart/mixed instead of multipart/related',
    advice: 'Answer as multipart/related with type.',
    make: () =>
      onTheWire(
        (reply) => /multipart\/related/.test(header(reply, 'content-type') ?? ''),
        (reply) => withHeader(reply, 'Content-Type', (header(reply, 'content-type') ?? '').replace('related', 'mixed')),
      ),
  },
  {
    id: 'series-of-path-ignored',
    what: 'Instances are also had below a series that they are not in.',
    truth: ['wrong-patient-or-image', 'exposed', 'some-clients-only'],
    operations: ['retrieve', 'metadata'],
    title: 'an instance is answered 200 below a series that does not contain it',
    advice: 'Answer 404 unless study, series and instance belong together.',
    make: () =>
      around(['retrieve', 'metadata'], (request, archive, next) => {
        const held = archive.find(request.route.instance ?? '');
        if (!held || held.study !== request.route.study) return next(request, archive);
        return next({ ...request, route: { ...request.route, series: held.series } }, archive);
      }),
  },
  {
    id: 'rendered-always-jpeg',
    what: 'Rendered pictures are JPEG whatever type was asked for.',
    truth: ['some-clients-only'],
    operations: ['rendered'],
    title: 'a rendered picture asked for as image/png or image/gif is answered as image/jpeg',
    advice: 'Render PNG and GIF too, or answer 406.',
    make: () =>
      misreading('rendered', (request) => ({ ...request, headers: { ...request.headers, accept: 'image/jpeg' } })),
  },
  {
    id: 'bulk-data-links-dead',
    what: 'The BulkDataURIs that metadata give are answered 404.',
    truth: ['not-found-or-opened'],
    operations: ['bulkdata'],
    title: 'the BulkDataURI in metadata leads to 404',
    advice: 'Serve the URIs that metadata give.',
    make: () => refusing('bulkdata', 404, 'not found'),
  },
  {
    id: 'rendered-of-first-in-study',
    what: 'The rendered picture of any instance shows the first instance of the study.',
    truth: ['wrong-patient-or-image'],
    operations: ['rendered'],
    title: 'the rendered picture is that of another instance',
    advice: 'Render the instance of the path.',
    make: () =>
      around('rendered', (request, archive, next) => {
        const { study = '', series: ofPath, instance: named } = request.route;
        const [first] = archive.select({ study });
        const exists = archive.select({ study, series: ofPath, instance: named }).length > 0;
        if (!first || !exists) return next(request, archive);
        const { series, instance } = first;
        return next({ ...request, route: { ...request.route, series, instance } }, archive);
      }),
  },
  {
    id: 'frames-blue-for-red',
    what: 'Colour frames are sent with red and blue exchanged.',
    truth: ['altered'],
    operations: ['frames'],
    title: 'the pixels of a frame differ from the stored ones: red and blue are exchanged',
    advice: 'Send the samples in the order of the photometric interpretation.',
    make: () =>
      bodies('frames', (body) => {
        if (body.length % 3 !== 0 || body.length % 2 === 0) return body;
        const copy = Buffer.from(body);
        for (let at = 0; at + 2 < copy.length; at += 3) [copy[at], copy[at + 2]] = [copy[at + 2] ?? 0, copy[at] ?? 0];
        return copy;
      }),
  },
  {
    id: 'no-preamble',
    what: 'Retrieved instances begin with their data set: preamble, prefix and file meta information are missing.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['retrieve'],
    title: 'the parts of a retrieve are no PS3.10 files: the preamble and DICM are missing',
    advice: 'Send each instance as a whole PS3.10 file.',
    make: () =>
      bodies('retrieve', (body) => {
        const buffer = Buffer.from(body);
        return buffer.subarray(144 + buffer.readUInt32LE(140));
      }),
  },
  {
    id: 'frames-list-reversed',
    what: 'A list of several frames is answered with the last one first.',
    truth: ['wrong-patient-or-image'],
    operations: ['frames'],
    title: 'frames/1,3 returns the frames in another order',
    advice: 'Return the frames in the order of the list.',
    make: () =>
      parts('frames', (all) =>
        all.map((part, index) => ({ headers: part.headers, body: all.at(-1 - index)?.body ?? part.body })),
      ),
  },
  {
    id: 'lowest-bits-lost',
    what: 'Retrieved images were compressed with loss on the way: the lowest bit of every pixel byte is zero.',
    truth: ['altered'],
    operations: ['retrieve'],
    title: 'pixels of a retrieved instance differ from the stored ones',
    advice: 'Do not compress with loss; keep the stored pixels.',
    make: () =>
      bodies('retrieve', (body) =>
        withPixels(body, (pixels) => {
          for (let at = 0; at < pixels.length; at++) pixels[at] = (pixels[at] ?? 0) & 0xfe;
        }),
      ),
  },
  {
    id: 'first-part-twice',
    what: 'The multipart answer of a study begins with its first instance twice.',
    truth: ['some-clients-only', 'wrong-patient-or-image', 'cosmetic'],
    operations: ['retrieve'],
    title: 'GET /studies/{study} contains an instance twice',
    advice: 'Send each instance once.',
    make: () => parts('retrieve', (all) => (all.length > 2 && all[0] ? [all[0], ...all] : all)),
  },
  {
    id: 'name-of-other-patient-with-same-id',
    what: 'Retrieved files carry the patient name that the server saw last for any patient, as a patient master merge does.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['retrieve'],
    title: 'PatientName in a retrieved file is that of another patient',
    advice: 'Send files with the demographics that they were stored with, or update by the right PatientID only.',
    make: () =>
      parts('retrieve', (all, _request, archive) => {
        const last = archive.select().at(-1);
        const name = last ? textIn(last.bytes, '00100010', 'PN') : null;
        return name === null
          ? all
          : all.map((part) => ({ ...part, body: withElement(part.body, '00100010', 'PN', () => name) }));
      }),
  },
  {
    id: 'frames-count-from-zero-inside',
    what: 'Beyond the first, each frame number returns the frame before it.',
    truth: ['wrong-patient-or-image'],
    operations: ['frames'],
    title: 'frames/2 returns frame 1',
    advice: 'Count frames from 1 everywhere.',
    make: () =>
      misreading('frames', (request) => ({
        ...request,
        route: {
          ...request.route,
          frames: (request.route.frames ?? '')
            .split(',')
            .map((text) => (Number(text) > 1 ? String(Number(text) - 1) : text))
            .join(','),
        },
      })),
  },
  {
    id: 'meta-says-big-endian',
    what: 'The file meta information of retrieved instances names Explicit VR Big Endian while the data set is little endian.',
    truth: ['not-found-or-opened', 'altered'],
    operations: ['retrieve'],
    title:
      'retrieved files cannot be read since the transfer syntax in their meta information is not that of their data set',
    advice: 'Write the transfer syntax that the data set is encoded in.',
    make: () => bodies('retrieve', (body) => withElement(body, '00020010', 'UI', () => '1.2.840.10008.1.2.2')),
  },
];
