import { memorySource, readAll } from '../../../bytes/byte-source.ts';
import { frame } from '../../../dicom/frames.ts';
import { readPart10 } from '../../../dicom/part10.ts';
import type { Archive } from '../../archive.ts';
import type { Behaviour } from '../../behaviour.ts';
import { changeAnswer, changeParts, changeRequest, changeStatus, on } from '../../changes/answers.ts';
import { damagePixels, rewrite } from '../../changes/files.ts';
import { refuse } from '../../changes/refuse.ts';
import type { Instance } from '../../instance.ts';
import { type Request, textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

const SCENARIO = ['transfer-syntaxes'];
const EXPLICIT = '1.2.840.10008.1.2.1';
const STEREO_VIDEO = '.4.106';

function accept({ headers }: Request): string {
  return headers.accept ?? '';
}

/** The transfer syntaxes that a retrieve asks for, in order. */
function asked(request: Request): readonly string[] {
  return [...accept(request).matchAll(/transfer-syntax="?([^;,"\s]+)/g)].map(([, syntax = '']) => syntax);
}

const one = (request: Request) => on('retrieve')(request) && asked(request).length === 1;
/** Asks by name for a compressed transfer syntax that there is. */
const compressed = (request: Request) =>
  one(request) &&
  /^1\.2\.840\.10008\.1\.2\.(4|5)/.test(asked(request)[0] ?? '') &&
  !asked(request)[0]?.endsWith(STEREO_VIDEO);
const native = (request: Request) => one(request) && asked(request)[0] === EXPLICIT;
const several = (request: Request) => on('retrieve')(request) && asked(request).length > 1;
const impossible = (request: Request) => one(request) && Boolean(asked(request)[0]?.endsWith(STEREO_VIDEO));

function instanceOf(archive: Archive, { study = '', series, instance }: Request['route']): Instance | undefined {
  return archive.select({ study, series, instance })[0];
}

function isCompressed(archive: Archive, route: Request['route']): boolean {
  return /^1\.2\.840\.10008\.1\.2\.(4\.|5)/.test(instanceOf(archive, route)?.transferSyntax ?? '');
}

/** The bit stream of the first frame of a file. */
function storedStream(file: Uint8Array): Uint8Array {
  return readAll(frame(readPart10(memorySource(file)).dataSet, 1));
}

function fragmentsOf(file: Uint8Array): readonly Uint8Array[] {
  const pixelData = readPart10(memorySource(file)).dataSet.elements.get('7FE00010');
  return (pixelData?.fragments ?? []).map(readAll);
}

/** The range one byte further on, told as the one that was asked for. */
function shiftRange(): Behaviour {
  return {
    async handle(request, archive, next) {
      const answer = await next(request, archive);
      if (request.headers.range === undefined || answer.content.kind !== 'bytes') return answer;
      const { bytes } = answer.content;
      return {
        ...answer,
        content: { ...answer.content, bytes: Buffer.concat([bytes.subarray(1), bytes.subarray(0, 1)]) },
      };
    },
  };
}

/** Faults of the transfer syntax that is asked for by name, and of what becomes of compressed pixels. */
export const RETRIEVE_TRANSFER_SYNTAX: readonly Fault[] = [
  {
    id: 'held-syntax-refused',
    title: 'answers 406 to a compressed transfer syntax that it holds, asked for by name',
    scenarios: SCENARIO,
    requirements: ['WADO-RS-009'],
    breach: 'held-transfer-syntax-refused',
    behaviour: () => refuse(compressed, 406, 'Explicit VR Little Endian only'),
  },
  {
    id: 'named-syntax-ignored',
    title: 'returns Explicit VR Little Endian where a compressed transfer syntax is named',
    scenarios: SCENARIO,
    requirements: ['WADO-RS-009'],
    breach: 'asked-transfer-syntax-not-used',
    behaviour: () =>
      changeRequest(
        (request) => compressed(request) && !/\.4\.(50|81|91)$/.test(asked(request)[0] ?? ''),
        (request) => ({
          ...request,
          headers: {
            ...request.headers,
            accept: accept(request).replace(/transfer-syntax=[^;,]+/, `transfer-syntax=${EXPLICIT}`),
          },
        }),
      ),
  },
  {
    id: 'decompression-fails',
    title: 'answers 500 where an instance has to be decompressed',
    scenarios: SCENARIO,
    requirements: ['WADO-RS-011'],
    breach: 'lossless-not-decompressed',
    behaviour: () => changeAnswer(native, () => textAnswer(500, 'the codec failed')),
  },
  {
    id: 'decompression-changes-pixels',
    title: 'decompresses each instance with one pixel off by one',
    scenarios: SCENARIO,
    requirements: ['WADO-RS-011'],
    breach: 'pixels-changed',
    behaviour: () =>
      changeParts(native, (parts) =>
        parts.map((part) => ({
          ...part,
          body: damagePixels(part.body, (pixels) => {
            pixels[100] = (pixels[100] ?? 0) ^ 1;
          }),
        })),
      ),
  },
  {
    id: 'decompression-loses-pixels',
    title: 'leaves Pixel Data out of each instance that it decompresses',
    scenarios: SCENARIO,
    requirements: ['WADO-RS-011'],
    breach: 'element-lost',
    behaviour: () =>
      changeParts(native, (parts, { route }, archive) =>
        isCompressed(archive, route)
          ? parts.map((part) => ({
              ...part,
              body: rewrite(part.body, { dataSet: (elements) => elements.delete('7FE00010') }),
            }))
          : parts,
      ),
  },
  {
    id: 'compressed-named-native-404',
    title: 'answers 404 where an instance has to be decompressed',
    scenarios: SCENARIO,
    requirements: ['WADO-RS-011'],
    breach: 'lossless-not-decompressed',
    behaviour: () => ({
      handle: async (request, archive, next) =>
        native(request) && isCompressed(archive, request.route)
          ? textAnswer(404, 'no such file')
          : next(request, archive),
    }),
  },
  {
    id: 'lossy-refused-by-default',
    title: 'answers 406 to a retrieve without a transfer syntax of what it holds with loss',
    scenarios: SCENARIO,
    requirements: ['WADO-RS-006', 'WADO-RS-007'],
    breach: 'default-transfer-syntax-refused',
    behaviour: () => ({
      async handle(request, archive, next) {
        const instance = on('retrieve', 'instances')(request) ? instanceOf(archive, request.route) : undefined;
        const isLossy = /\.4\.(50|81|91)$/.test(instance?.transferSyntax ?? '');
        return isLossy && asked(request).length === 0 ? textAnswer(406, 'name one') : next(request, archive);
      },
    }),
  },
  {
    id: 'impossible-syntax-fails',
    title: 'answers 500 to a transfer syntax that it cannot produce',
    scenarios: SCENARIO,
    requirements: ['WADO-RS-012'],
    breach: 'unavailable-transfer-syntax-answered',
    behaviour: () => changeAnswer(impossible, () => textAnswer(500, 'no such encoder')),
  },
  {
    id: 'several-syntaxes-refused',
    title: 'answers 406 to an Accept field with several transfer syntaxes',
    scenarios: SCENARIO,
    requirements: ['WADO-RS-013'],
    breach: 'offered-transfer-syntaxes-refused',
    behaviour: () => refuse(several, 406, 'one at a time'),
  },
  {
    id: 'quality-of-syntaxes-ignored',
    title: 'takes the first of several transfer syntaxes, whatever their quality values',
    scenarios: SCENARIO,
    requirements: ['WADO-RS-013'],
    breach: 'preferred-transfer-syntax-not-used',
    behaviour: () =>
      changeRequest(several, (request) => ({
        ...request,
        headers: { ...request.headers, accept: accept(request).split(',')[0] },
      })),
  },
  {
    id: 'mixed-study-cut',
    title: 'leaves out of a study what it cannot return in the transfer syntax asked for, and answers 200',
    scenarios: ['mixed-study'],
    requirements: ['WADO-RS-021'],
    breach: 'study-cut-silently',
    behaviour: () => ({
      async handle(request, archive, next) {
        const whole = await next(request, archive);
        if (!on('retrieve', 'studies')(request) || whole.status !== 406) return whole;
        const anything = {
          ...request,
          headers: { ...request.headers, accept: 'multipart/related; type="application/dicom"; transfer-syntax=*' },
        };
        const answer = await next(anything, archive);
        const { content } = answer;
        if (content.kind !== 'multipart') return answer;
        const wanted = asked(request)[0] ?? '';
        const parts = content.parts.filter(({ headers }) => headers.some(([, value]) => value.endsWith(`=${wanted}`)));
        return { ...answer, content: { ...content, parts } };
      },
    }),
  },
  {
    id: 'mixed-study-as-stored',
    title: 'returns a study with each instance as it is stored, whatever transfer syntax is asked for',
    scenarios: ['mixed-study'],
    requirements: ['WADO-RS-021'],
    breach: 'asked-transfer-syntax-not-used',
    behaviour: () =>
      changeRequest(
        (request) => on('retrieve', 'studies')(request) && one(request),
        (request) => ({
          ...request,
          headers: {
            ...request.headers,
            accept: accept(request).replace(/transfer-syntax=[^;,]+/, 'transfer-syntax=*'),
          },
        }),
      ),
  },
  {
    id: 'mixed-study-fails',
    title: 'answers 500 to a study that is not all in the transfer syntax asked for',
    scenarios: ['mixed-study'],
    requirements: ['WADO-RS-021'],
    breach: 'mixed-study-badly-refused',
    behaviour: () =>
      changeAnswer(on('retrieve', 'studies'), (answer) => (answer.status === 406 ? textAnswer(500, 'failed') : answer)),
  },
  {
    id: 'unordered-frames-fail',
    title: 'answers 500 to a list of frames that does not ascend',
    scenarios: ['frame-lists'],
    requirements: ['WADO-RS-043'],
    breach: 'frame-order-badly-handled',
    behaviour: () =>
      changeAnswer(
        ({ route }) => ['3,1', '1,1'].includes(route.frames ?? ''),
        () => textAnswer(500, 'failed'),
      ),
  },
  {
    id: 'compressed-frames-fail',
    title: 'answers 500 where a frame has to be decompressed',
    scenarios: ['compressed-frames'],
    requirements: ['WADO-RS-046'],
    breach: 'frames-not-decompressed',
    behaviour: () =>
      changeAnswer(
        (request) => on('frames')(request) && /octet-stream/.test(accept(request)),
        (answer, { route }, archive) => (isCompressed(archive, route) ? textAnswer(500, 'the codec failed') : answer),
      ),
  },
  {
    id: 'compressed-frames-404',
    title: 'answers 404 where a frame has to be decompressed',
    scenarios: ['compressed-frames'],
    requirements: ['WADO-RS-046'],
    breach: 'frames-not-decompressed',
    behaviour: () =>
      changeAnswer(
        (request) => on('frames')(request) && /octet-stream/.test(accept(request)),
        (answer, { route }, archive) => (isCompressed(archive, route) ? textAnswer(404, 'no such frame') : answer),
      ),
  },
  {
    id: 'compressed-frames-as-octets',
    title: 'sends compressed frames as they are stored, labelled as octets',
    scenarios: ['compressed-frames'],
    requirements: ['WADO-RS-046'],
    breach: 'frame-sent-compressed',
    behaviour: () => ({
      async handle(request, archive, next) {
        const answer = await next(request, archive);
        if (!on('frames')(request) || !/octet-stream/.test(accept(request)) || answer.content.kind !== 'multipart')
          return answer;
        const instance = instanceOf(archive, request.route);
        if (!instance || !isCompressed(archive, request.route)) return answer;
        const parts = answer.content.parts.map((part) => ({ ...part, body: storedStream(instance.bytes) }));
        return { ...answer, content: { ...answer.content, parts } };
      },
    }),
  },
  {
    id: 'bulkdata-in-fragments',
    title: 'returns compressed bulk data as the fragments of the file, labelled as octets',
    scenarios: ['data-compressed', 'data-multi-frame'],
    requirements: ['WADO-RS-037'],
    breach: 'bulkdata-in-fragments',
    behaviour: () => ({
      async handle(request, archive, next) {
        const answer = await next(request, archive);
        const { content } = answer;
        const instance = instanceOf(archive, request.route);
        if (!on('bulkdata')(request) || content.kind !== 'multipart' || !instance) return answer;
        if (!isCompressed(archive, request.route)) return answer;
        const [headers = []] = content.parts.map((part) => part.headers);
        // The Basic Offset Table, empty as it mostly is, comes first.
        const bodies = [new Uint8Array(), ...fragmentsOf(instance.bytes)];
        return { ...answer, content: { ...content, parts: bodies.map((body) => ({ headers, body })) } };
      },
    }),
  },
  {
    id: 'compressed-frames-with-item-tags',
    title: 'sends frames in their own media type with the item tags of the fragments',
    scenarios: ['compressed-frames'],
    requirements: ['WADO-RS-047'],
    breach: 'frame-sent-with-item-tags',
    behaviour: () =>
      changeParts(
        (request) => on('frames')(request) && /image\//.test(accept(request)),
        (parts) =>
          parts.map((part) => {
            const item = Buffer.alloc(8);
            item.writeUInt32LE(0xe000fffe, 0);
            item.writeUInt32LE(part.body.length, 4);
            return { ...part, body: Buffer.concat([item, part.body]) };
          }),
      ),
  },
  {
    id: 'range-of-other-bytes',
    title: 'sends the bytes after those that a range names',
    scenarios: ['range'],
    requirements: ['WADO-RS-020'],
    breach: 'range-of-other-bytes',
    behaviour: () => shiftRange(),
  },
  {
    id: 'range-without-content-range',
    title: 'answers a range with 206 without Content-Range',
    scenarios: ['range'],
    requirements: ['WADO-RS-020'],
    breach: 'range-not-told',
    behaviour: () => ({
      reply: (reply) =>
        reply.status === 206
          ? { ...reply, headers: reply.headers.filter(([name]) => name !== 'Content-Range') }
          : reply,
    }),
  },
  {
    id: 'range-answers-200',
    title: 'answers a range with its bytes and 200',
    scenarios: ['range'],
    requirements: ['WADO-RS-020'],
    breach: 'range-sent-as-whole',
    behaviour: () => changeStatus((request) => request.headers.range !== undefined, 206, 200),
  },
  {
    id: 'range-fails',
    title: 'answers 500 to a range of bytes',
    scenarios: ['range'],
    requirements: ['WADO-RS-020'],
    breach: 'range-badly-refused',
    behaviour: () => refuse((request) => request.headers.range !== undefined, 500, 'failed'),
  },
];
