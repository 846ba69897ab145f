import { Archive } from '../../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import { withElement, withPixels } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { answering, around, bodies, misreading, parameter, parts, refusing } from '../kit/make.ts';
import { wordIn } from './files.ts';

/** Renders an instance as if it had other bytes. */
function renderingOther(change: (bytes: Uint8Array) => Uint8Array): Behaviour {
  return around('rendered', (request, archive, next) => {
    const seen = new Archive();
    for (const one of archive.select())
      seen.add(one.instance === request.route.instance ? { ...one, bytes: change(one.bytes) } : one);
    return next(request, seen);
  });
}

/** Files, frames, bulk data and pictures. */
export const RETRIEVE: readonly Defect[] = [
  {
    id: 'frames-counted-from-zero',
    what: 'Frame numbers in the path are counted from 0, so that frames/1 is the second frame.',
    truth: ['wrong-patient-or-image', 'not-found-or-opened'],
    operations: ['frames'],
    title: 'frames/1 is not the first frame (another frame, or 404 for images of one frame)',
    advice: 'Count frames from 1.',
    make: () =>
      misreading('frames', (request) => ({
        ...request,
        route: {
          ...request.route,
          frames: (request.route.frames ?? '')
            .split(',')
            .map((one) => (/^\d+$/.test(one) ? String(Number(one) + 1) : one))
            .join(','),
        },
      })),
  },
  {
    id: 'frames-of-a-list-in-one-part',
    what: 'A list of frames is answered with one part that has the frames one after the other.',
    truth: ['some-clients-only', 'not-found-or-opened', 'altered'],
    operations: ['frames'],
    title: 'a list of frames gives one part instead of one for each frame',
    advice: 'Send each frame as a part of its own.',
    make: () =>
      parts('frames', (all) => {
        const [first] = all;
        return first && all.length > 1 ? [{ ...first, body: Buffer.concat(all.map(({ body }) => body)) }] : all;
      }),
  },
  {
    id: 'frames-of-eight-bits',
    what: 'Frames of 16-bit images have lost their four lowest bits, as if they had been scaled to 8 bits and back.',
    truth: ['altered'],
    operations: ['frames'],
    title: 'the pixels of frames differ from the stored ones',
    advice: 'Send frames from the stored pixels, not from a picture of 8 bits.',
    make: () =>
      parts('frames', (all, { route }, archive) => {
        const instance = archive.find(route.instance ?? '');
        if (!instance || wordIn(instance.bytes, '00280100') !== 16) return all;
        return all.map((one) => {
          const body = Buffer.from(one.body);
          for (let at = 0; at < body.length; at += 2) body[at] = (body[at] ?? 0) & 0xf0;
          return { ...one, body };
        });
      }),
  },
  {
    id: 'rendered-upside-down',
    what: 'Rendered pictures are upside down: their rows come in reverse order, as in a bitmap file.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['rendered'],
    title: 'the rendered picture is upside down and does not show the stored pixels',
    advice: 'Write the first row of the pixel data at the top.',
    make: () =>
      renderingOther((bytes) => {
        const row = wordIn(bytes, '00280011') * wordIn(bytes, '00280002') * (wordIn(bytes, '00280100') / 8);
        return withPixels(bytes, (pixels) => {
          const rows = Array.from({ length: wordIn(bytes, '00280010') }, (_, index) =>
            Buffer.from(pixels.subarray(index * row, (index + 1) * row)),
          );
          Buffer.concat(rows.toReversed()).copy(pixels);
        });
      }),
  },
  {
    id: 'rendered-no-larger-than-sixteen',
    what: 'Rendered pictures are reduced to 16 by 16 pixels where the client names no viewport.',
    truth: ['altered', 'some-clients-only'],
    operations: ['rendered'],
    title: 'the rendered picture is smaller than Rows and Columns though no viewport was asked for',
    advice: 'Render in the size of the source where no viewport is named.',
    make: () =>
      misreading('rendered', (request) =>
        parameter(request, 'viewport') === undefined
          ? { ...request, query: [...request.query, ['viewport', '16,16']] }
          : request,
      ),
  },
  {
    id: 'rendered-labelled-png',
    what: 'Rendered pictures in JPEG are labelled image/png.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['rendered', 'thumbnail'],
    title: 'the rendered picture is JPEG while its Content-Type says image/png',
    advice: 'Label pictures with the type that they have.',
    make: () =>
      parts(['rendered', 'thumbnail'], (all) =>
        all.map(({ headers, body }) => ({
          headers: headers.map(([name, value]) => [name, value.replace('image/jpeg', 'image/png')] as const),
          body,
        })),
      ),
  },
  {
    id: 'rendered-in-grey',
    what: 'Rendered pictures of colour images are in grey.',
    truth: ['altered'],
    operations: ['rendered'],
    title: 'the rendered picture has not the colours of the stored image',
    advice: 'Render colour images in colour.',
    make: () =>
      renderingOther((bytes) =>
        withPixels(bytes, (pixels) => {
          if (wordIn(bytes, '00280002') !== 3) return;
          for (let at = 0; at + 2 < pixels.length; at += 3)
            pixels.fill(Math.round(pixels.subarray(at, at + 3).reduce((sum, one) => sum + one, 0) / 3), at, at + 3);
        }),
      ),
  },
  {
    id: 'bulk-data-is-whole-file',
    what: 'A BulkDataURI leads to the whole DICOM file instead of the value.',
    truth: ['not-found-or-opened', 'altered', 'some-clients-only'],
    operations: ['bulkdata'],
    title: 'the BulkDataURI of an attribute returns a whole DICOM file, not its bytes',
    advice: 'Send the value field of the attribute.',
    make: () =>
      parts('bulkdata', (all, { route }, archive) => {
        const instance = archive.find(route.instance ?? '');
        return instance ? all.map((one) => ({ ...one, body: instance.bytes })) : all;
      }),
  },
  {
    id: 'files-without-preamble',
    what: 'Retrieved instances have no preamble and no DICM prefix: they begin with the file meta information.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['retrieve'],
    title: 'retrieved parts are no DICOM files: the preamble and DICM are missing',
    advice: 'Send complete files of PS3.10, with 128 bytes and DICM.',
    make: () => bodies('retrieve', (body) => body.subarray(132)),
  },
  {
    id: 'meta-length-wrong',
    what: 'The group length of the file meta information (0002,0000) in retrieved files is eight bytes too small.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['retrieve'],
    title: 'FileMetaInformationGroupLength of retrieved files is wrong',
    advice: 'Count the bytes after (0002,0000) to the end of group 0002.',
    make: () =>
      bodies('retrieve', (body) => {
        const copy = Buffer.from(body);
        copy.writeUInt32LE(copy.readUInt32LE(140) - 8, 140);
        return copy;
      }),
  },
  {
    id: 'study-retrieve-repeats-one',
    what: 'The retrieve of a study has its first instance twice.',
    truth: ['some-clients-only', 'altered', 'cosmetic', 'wrong-patient-or-image'],
    operations: ['retrieve'],
    title: 'GET of a study returns one instance twice',
    advice: 'Send each instance once.',
    make: () => parts('retrieve', (all) => (all.length > 1 ? [...all, ...all.slice(0, 1)] : all)),
  },
  {
    id: 'parts-labelled-octet-stream',
    what: 'The parts of retrieved instances are labelled application/octet-stream although application/dicom was asked for.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['retrieve'],
    title: 'the Content-Type of parts is application/octet-stream instead of application/dicom',
    advice: 'Label each part application/dicom.',
    make: () =>
      parts('retrieve', (all) =>
        all.map(({ headers, body }) => ({
          headers: headers.map(
            ([name, value]) => [name, name === 'Content-Type' ? 'application/octet-stream' : value] as const,
          ),
          body,
        })),
      ),
  },
  {
    id: 'single-part-for-one-instance',
    what: 'The retrieve of one instance is answered as a single application/dicom even where only multipart/related was asked for.',
    truth: ['some-clients-only'],
    operations: ['retrieve'],
    title: 'an instance asked for as multipart/related comes as a single part of application/dicom',
    advice: 'Send multipart/related where it is asked for.',
    make: () =>
      answering('retrieve', (answer, { headers, route }) => {
        const { content } = answer;
        const isOnly =
          /^multipart\/related/.test(headers.accept ?? '') && !/\*\/\*|, *application/.test(headers.accept ?? '');
        if (content.kind !== 'multipart' || route.level !== 'instances' || !isOnly) return answer;
        const [part] = content.parts;
        const mediaType = part?.headers.find(([name]) => name === 'Content-Type')?.[1] ?? 'application/dicom';
        return part ? { ...answer, content: { kind: 'bytes', mediaType, bytes: part.body } } : answer;
      }),
  },
  {
    id: 'any-transfer-syntax-refused',
    what: 'Accept with transfer-syntax=* is answered 406.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['retrieve', 'frames'],
    title: 'transfer-syntax=* in Accept is refused with 406',
    advice: 'Read * as any transfer syntax and send the stored one.',
    make: () => refusing(({ headers }) => /transfer-syntax="?\*/.test(headers.accept ?? ''), 406),
  },
  {
    id: 'names-masked-in-files',
    what: 'A proxy masks PatientName in retrieved files, while metadata and searches have the real one.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['retrieve'],
    title: 'PatientName of retrieved files differs from the stored one',
    advice: 'Send the file as it was stored: switch the masking off for this client.',
    make: () => bodies('retrieve', (body) => withElement(body, '00100010', 'PN', () => 'MASKED')),
  },
];
