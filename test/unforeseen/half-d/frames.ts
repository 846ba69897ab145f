import type { Answer, Request } from '../../../lib/reference-server/message.ts';
import { textIn } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { answering, around, bodies, eachAttribute, json, parts, refusal } from '../kit/make.ts';

function asking(request: Request, accept: string): Request {
  return { ...request, headers: { ...request.headers, accept } };
}

function isSingle({ headers }: Request): boolean {
  return !/multipart/.test(headers.accept ?? '');
}

/** Frames and bulk data. */
export const FRAMES: readonly Defect[] = [
  {
    id: 'frame-list-last-first',
    what: 'Frames of a list come in the order of a stack: the last that was asked for comes first.',
    truth: ['wrong-patient-or-image'],
    operations: ['frames'],
    title: 'frames of a list come back in another order',
    advice: 'Return the frames in the order of the list.',
    make: () => parts('frames', (all) => [...all].reverse()),
  },
  {
    id: 'frame-beyond-last-is-last',
    what: 'A frame number beyond the last is answered with the last frame.',
    truth: ['wrong-patient-or-image', 'some-clients-only', 'cosmetic'],
    operations: ['frames'],
    title: 'a frame that does not exist is answered 200 with another frame',
    advice: 'Answer 404 to a frame number beyond NumberOfFrames.',
    make: () =>
      around('frames', async (request, archive, next) => {
        const answer = await next(request, archive);
        if (answer.status !== 404 || /,/.test(request.route.frames ?? '')) return answer;
        for (let last = Math.min(64, Number(request.route.frames) - 1); last > 0; last--) {
          const other = await next({ ...request, route: { ...request.route, frames: String(last) } }, archive);
          if (other.status === 200) return other;
        }
        return answer;
      }),
  },
  {
    id: 'last-frame-is-the-one-before',
    what: 'Of multi-frame images in native pixels the last frame is that before it, by an offset that is counted wrong.',
    truth: ['wrong-patient-or-image', 'altered'],
    operations: ['frames'],
    title: 'the last frame of a multi-frame image comes back as another one',
    advice: 'Count the offset of a frame from 0 for every frame.',
    make: () =>
      around('frames', async (request, archive, next) => {
        const number = Number(request.route.frames);
        const instance = archive.find(request.route.instance ?? '');
        const count = Number(textIn(instance?.bytes ?? new Uint8Array(), '00280008', 'IS') ?? 1);
        const isLast = count > 1 && number === count;
        return next(
          isLast ? { ...request, route: { ...request.route, frames: String(number - 1) } } : request,
          archive,
        );
      }),
  },
  {
    id: 'single-part-frames-swapped',
    what: 'Frames that are asked for as one application/octet-stream come in big-endian words; in parts they are right.',
    truth: ['altered'],
    operations: ['frames'],
    title: 'a frame as single-part octet-stream has its bytes swapped',
    advice: 'Send pixels in little endian in either form.',
    make: () =>
      bodies(
        (request) => request.route.operation === 'frames' && isSingle(request),
        (body) => (body.length % 2 === 0 ? Buffer.from(body).swap16() : body),
      ),
  },
  {
    id: 'compressed-frames-as-octets',
    what: 'Frames of compressed images are sent compressed where octet-stream is asked for, with the label of native pixels.',
    truth: ['altered', 'not-found-or-opened'],
    operations: ['frames'],
    title: 'a frame as octet-stream in Explicit VR Little Endian is the compressed stream',
    advice: 'Decode frames that are sent as octet-stream, or answer 406.',
    make: () =>
      around('frames', async (request, archive, next): Promise<Answer> => {
        const answer = await next(request, archive);
        const { content } = answer;
        if (content.kind !== 'multipart' || content.rootType !== 'application/octet-stream') return answer;
        const stored = await next(asking(request, 'multipart/related; type="image/*"'), archive);
        if (stored.content.kind !== 'multipart') return answer;
        const streams = stored.content.parts;
        const mixed = content.parts.map((part, index) => ({ ...part, body: streams[index]?.body ?? part.body }));
        return { ...answer, content: { ...content, parts: mixed } };
      }),
  },
  {
    id: 'decoded-frames-labelled-stored',
    what: 'Decoded frames bear the transfer syntax in which the image is stored.',
    truth: ['some-clients-only', 'not-found-or-opened', 'altered'],
    operations: ['frames'],
    title: 'frames in native pixels are labelled with a compressed transfer syntax',
    advice: 'Name the transfer syntax of what is sent.',
    make: () =>
      parts('frames', (all, request, archive) => {
        const stored = archive.find(request.route.instance ?? '')?.transferSyntax;
        return all.map(({ headers, body }) => ({
          headers: headers.map(
            ([name, value]) =>
              [
                name,
                name === 'Content-Type' && stored ? value.replace(/syntax=.*$/, `syntax=${stored}`) : value,
              ] as const,
          ),
          body,
        }));
      }),
  },
  {
    id: 'one-bit-frames-reversed',
    what: 'Frames of segmentations with one bit a pixel have the bits of each byte in reverse order.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['frames'],
    title: 'frames with one bit a pixel come back with other pixels',
    advice: 'Put the first pixel into the lowest bit.',
    make: () =>
      parts('frames', (all, request, archive) => {
        const bytes = archive.find(request.route.instance ?? '')?.bytes;
        if (!bytes || textIn(bytes, '00280100', 'US')?.charCodeAt(0) !== 1) return all;
        const reversed = (byte: number): number =>
          Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2);
        return all.map(({ headers, body }) => ({ headers, body: Buffer.from(body).map(reversed) }));
      }),
  },
  {
    id: 'frames-under-any-series',
    what: 'Frames are looked up by the UID of the instance alone: they are answered under any study and series.',
    truth: ['some-clients-only', 'exposed', 'wrong-patient-or-image', 'cosmetic'],
    operations: ['frames'],
    title: 'frames are answered 200 under a study or series that the instance is not in',
    advice: 'Answer 404 where the instance is not in that study and series.',
    make: () =>
      around('frames', (request, archive, next) => {
        const found = archive.find(request.route.instance ?? '');
        if (!found) return next(request, archive);
        return next({ ...request, route: { ...request.route, study: found.study, series: found.series } }, archive);
      }),
  },
  {
    id: 'bulk-in-items-not-found',
    what: 'Bulk data of attributes in sequences is answered 404, though metadata refer to it.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['bulkdata'],
    title: 'a BulkDataURI inside a sequence leads to 404',
    advice: 'Follow the path through items, or put such values inline.',
    make: () =>
      around('bulkdata', (request, archive, next) =>
        /\//.test(request.route.element ?? '') ? refusal(404, 'no such bulk data') : next(request, archive),
      ),
  },
  {
    id: 'bulk-uris-of-first-instance',
    what: 'In metadata of a series or study each BulkDataURI leads to the first instance.',
    truth: ['wrong-patient-or-image', 'altered'],
    operations: ['metadata'],
    title: 'BulkDataURI in metadata of a series leads to the pixels of another instance',
    advice: 'Make each BulkDataURI with the UID of its own instance.',
    make: () =>
      json('metadata', (all) => {
        const first = String(all[0]?.['7FE00010']?.BulkDataURI ?? '');
        if (first === '') return all;
        return all.map((one) =>
          one['7FE00010']?.BulkDataURI ? { ...one, '7FE00010': { ...one['7FE00010'], BulkDataURI: first } } : one,
        );
      }),
  },
  {
    id: 'bulk-pixels-of-first-frame',
    what: 'The BulkDataURI of PixelData of a multi-frame image gives its first frame only.',
    truth: ['data-lost', 'altered'],
    operations: ['bulkdata'],
    title: 'bulk data of PixelData is shorter than what was stored: one frame of several',
    advice: 'Return the whole value of PixelData.',
    make: () =>
      parts(
        ({ route }) => route.operation === 'bulkdata' && route.element === '7FE00010',
        (all, { route }, archive) => {
          const bytes = archive.find(route.instance ?? '')?.bytes;
          const count = Number(bytes ? (textIn(bytes, '00280008', 'IS') ?? 1) : 1);
          return all.map(({ headers, body }) => ({ headers, body: body.subarray(0, Math.ceil(body.length / count)) }));
        },
      ),
  },
  {
    id: 'single-part-bulk-in-base64',
    what: 'Bulk data as one application/octet-stream is sent in base64.',
    truth: ['altered', 'not-found-or-opened'],
    operations: ['bulkdata'],
    title: 'bulk data as single-part octet-stream is base64 text instead of the value',
    advice: 'Send the bytes of the value.',
    make: () =>
      answering(
        (request) => request.route.operation === 'bulkdata' && isSingle(request),
        (answer) => {
          const { content } = answer;
          if (content.kind !== 'bytes' || answer.status !== 200) return answer;
          return {
            ...answer,
            content: { ...content, bytes: Buffer.from(Buffer.from(content.bytes).toString('base64')) },
          };
        },
      ),
  },
  {
    id: 'bulk-uris-name-the-backend',
    what: 'BulkDataURI names the machine behind the proxy, which no client can reach.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['metadata'],
    title: 'BulkDataURI leads to another host, which does not answer',
    advice: 'Make URLs with the address that the client used (X-Forwarded-Host).',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.BulkDataURI
          ? { ...attribute, BulkDataURI: attribute.BulkDataURI.replace(/^https?:\/\/[^/]+/, 'http://127.0.0.1:9') }
          : attribute,
      ),
  },
];
