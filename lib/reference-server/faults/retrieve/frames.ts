import { numbers } from '../../../dicom/values.ts';
import { readInstance } from '../../attributes-of.ts';
import type { Behaviour } from '../../behaviour.ts';
import {
  changeAnswer,
  changeBody,
  changePartHeaders,
  changeParts,
  changePayloads,
  changeRequest,
  changeStatus,
  on,
} from '../../changes/answers.ts';
import { withoutClosingDelimiter } from '../../changes/closing-delimiter.ts';
import { withHeader } from '../../changes/headers.ts';
import { toSibling } from '../../changes/other-resource.ts';
import type { Answer } from '../../message.ts';
import type { Fault } from '../fault.ts';

/** Changes which frames are asked for. */
function changeNumbers(change: (numbers: readonly string[]) => readonly string[]): Behaviour {
  return changeRequest(on('frames'), (request) => {
    const numbers = (request.route.frames ?? '').split(',');
    return { ...request, route: { ...request.route, frames: change(numbers).join(',') } };
  });
}

/** Faults of retrieved frames. */
export const RETRIEVE_FRAMES: readonly Fault[] = [
  {
    id: 'frames-answer-500',
    title: 'answers 500 to a retrieve of frames',
    scenarios: ['T11'],
    requirements: ['WADO-RS-040'],
    breach: 'frames-not-retrieved',
    behaviour: () => changeStatus(on('frames'), 200, 500),
  },
  {
    id: 'frames-labelled-as-jpeg',
    title: 'labels native frames as image/jpeg',
    scenarios: ['T11'],
    requirements: ['WADO-RS-040', 'WADO-RS-048'],
    breach: 'frame-part-media-type',
    behaviour: () =>
      changeAnswer(on('frames'), (answer) => {
        const { content } = answer;
        if (content.kind !== 'multipart') return answer;
        const parts = content.parts.map((part) => ({
          ...part,
          headers: withHeader(part.headers, 'Content-Type', () => 'image/jpeg'),
        }));
        return { ...answer, content: { ...content, rootType: 'image/jpeg', parts } };
      }),
  },
  {
    id: 'frame-type-contradicts-syntax',
    title: 'labels native frames as octets in the transfer syntax JPEG Baseline',
    scenarios: ['T11'],
    requirements: ['WADO-RS-048', 'COMMON-021'],
    breach: 'part-transfer-syntax-unlisted',
    behaviour: () =>
      changePartHeaders(on('frames'), (headers) =>
        headers.map(([name, value]) => [name, value.replace('1.2.840.10008.1.2.1', '1.2.840.10008.1.2.4.50')] as const),
      ),
  },
  {
    id: 'frames-no-closing-delimiter',
    title: 'ends the multipart body of frames without the closing delimiter',
    scenarios: ['T11'],
    requirements: ['MP-004'],
    breach: 'multipart-not-closed',
    behaviour: () => changeBody(on('frames'), withoutClosingDelimiter),
  },
  {
    id: 'frame-bit-flipped',
    title: 'flips one bit of a retrieved frame',
    scenarios: ['T11'],
    requirements: ['WADO-RS-045'],
    breach: 'frame-bytes-changed',
    behaviour: () =>
      changePayloads(on('frames'), (bytes) => {
        const copy = Buffer.from(bytes);
        copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 0x80;
        return copy;
      }),
  },
  {
    id: 'frame-rows-reversed',
    title: 'sends the bytes of a frame in reverse order',
    scenarios: ['T11'],
    requirements: ['WADO-RS-045'],
    breach: 'frame-bytes-changed',
    behaviour: () => changePayloads(on('frames'), (bytes) => Buffer.from(bytes).reverse()),
  },
  {
    id: 'frame-truncated',
    title: 'cuts the last row off a frame',
    scenarios: ['T11'],
    requirements: ['WADO-RS-045'],
    breach: 'part-cut-off',
    behaviour: () => changePayloads(on('frames'), (bytes) => bytes.subarray(0, bytes.length - 100)),
  },
  {
    id: 'frame-padded',
    title: 'sends 1024 bytes more than a frame has',
    scenarios: ['T11'],
    requirements: ['WADO-RS-045'],
    breach: 'frame-too-long',
    behaviour: () => changePayloads(on('frames'), (bytes) => Buffer.concat([bytes, Buffer.alloc(1024)])),
  },
  {
    id: 'frame-as-whole-file',
    title: 'sends the PS3.10 file where a frame was asked for',
    scenarios: ['T11'],
    requirements: ['WADO-RS-045'],
    breach: 'part-of-another-type',
    behaviour: () =>
      changeParts(on('frames'), (parts, { route }, archive) => {
        const [instance] = archive.select({ study: route.study ?? '', series: route.series, instance: route.instance });
        return parts.map((part) => ({ ...part, body: instance?.bytes ?? part.body }));
      }),
  },
  {
    id: 'frame-of-sibling',
    title: 'sends a frame of another instance of the series',
    scenarios: ['T11'],
    requirements: ['WADO-RS-045'],
    breach: 'frame-of-another',
    behaviour: () => changeRequest(on('frames'), toSibling),
  },
  {
    id: 'frame-sent-twice',
    title: 'sends the requested frame twice',
    scenarios: ['T11'],
    requirements: ['WADO-RS-040'],
    breach: 'frames-too-many',
    behaviour: () => changeParts(on('frames'), (parts) => [...parts, ...parts]),
  },
  {
    id: 'frames-counted-from-0',
    title: 'counts frames from 0, so that frame 1 is the second, and the last is not there',
    scenarios: ['T11', 'rich-instance'],
    requirements: ['WADO-RS-040', 'WADO-RS-041'],
    breach: 'frames-counted-otherwise',
    behaviour: () => changeNumbers((numbers) => numbers.map((one) => String(Number(one) + 1))),
  },
  {
    id: 'frames-single-part',
    title: 'answers a request for frames as multipart with the bytes of one frame',
    scenarios: ['T11'],
    requirements: ['WADO-RS-040'],
    breach: 'frames-media-type',
    behaviour: () =>
      changeAnswer(on('frames'), (answer) => {
        const { content } = answer;
        const first = content.kind === 'multipart' ? content.parts[0] : undefined;
        return first
          ? { ...answer, content: { kind: 'bytes', mediaType: 'application/octet-stream', bytes: first.body } }
          : answer;
      }),
  },
  {
    id: 'frame-list-reversed',
    title: 'sends the frames of a list in reverse order',
    scenarios: ['rich-instance'],
    requirements: ['WADO-RS-042'],
    breach: 'frames-in-another-order',
    behaviour: () => changeParts(on('frames'), (parts) => [...parts].reverse()),
  },
  {
    id: 'frame-list-in-one-part',
    title: 'sends all frames of a list in one part',
    scenarios: ['rich-instance'],
    requirements: ['WADO-RS-040'],
    breach: 'frames-in-one-part',
    behaviour: () =>
      changeParts(on('frames'), ([first, ...others]) =>
        first ? [{ ...first, body: Buffer.concat([first, ...others].map(({ body }) => body)) }] : [],
      ),
  },
  {
    id: 'frame-of-request-before',
    title: 'answers each third request of a frame with the answer to the one before it',
    scenarios: ['rich-instance'],
    requirements: ['WADO-RS-041', 'WADO-RS-045'],
    breach: 'answer-of-earlier-request',
    behaviour: () => {
      let before: Answer | undefined;
      let count = 0;
      return changeAnswer(on('frames'), (answer) => {
        if (answer.status !== 200) return answer;
        const [last, own] = [before, answer];
        before = own;
        return ++count % 3 === 0 && last ? last : own;
      });
    },
  },
  {
    id: 'frame-list-first-only',
    title: 'sends only the first frame of a list',
    scenarios: ['rich-instance'],
    requirements: ['WADO-RS-040', 'WADO-RS-042'],
    breach: 'frames-missing',
    behaviour: () => changeParts(on('frames'), (parts) => parts.slice(0, 1)),
  },
  {
    id: 'frame-list-from-first',
    title: 'sends the first frames of an image in the place of as many that are listed',
    scenarios: ['rich-instance'],
    requirements: ['WADO-RS-041'],
    breach: 'frames-counted-otherwise',
    behaviour: () =>
      changeNumbers((numbers) => (numbers.length > 1 ? numbers.map((_, index) => String(index + 1)) : numbers)),
  },
  {
    id: 'frame-before-asked',
    title: 'sends the frame before the one that is asked for',
    scenarios: ['rich-instance'],
    requirements: ['WADO-RS-041'],
    breach: 'frames-counted-otherwise',
    behaviour: () =>
      changeNumbers((numbers) => numbers.map((one) => (Number(one) > 1 ? String(Number(one) - 1) : one))),
  },
  {
    id: 'frame-words-swapped',
    title: 'sends frames of 16-bit pixels in big endian',
    scenarios: ['rich-instance'],
    requirements: ['WADO-RS-045'],
    breach: 'frame-bytes-changed',
    behaviour: () =>
      changeParts(on('frames'), (parts, { route }, archive) => {
        const instance = archive.find(route.instance ?? '');
        if (!instance || numbers(readInstance(instance).dataSet, '00280100')[0] !== 16) return parts;
        return parts.map((part) => ({ ...part, body: Buffer.from(part.body).swap16() }));
      }),
  },
  {
    id: 'frame-0-is-frame-1',
    title: 'answers frame 0 with the first frame',
    scenarios: ['T11'],
    requirements: ['WADO-RS-041'],
    breach: 'frame-zero-answered',
    behaviour: () =>
      changeRequest(on('frames'), (request) => ({
        ...request,
        route: { ...request.route, frames: (request.route.frames ?? '').replace(/^0(?=,|$)/, '1') },
      })),
  },
  {
    id: 'frame-without-number-is-frame-1',
    title: 'answers a frame that is no number with the first frame',
    scenarios: ['T11'],
    requirements: ['WADO-RS-044'],
    breach: 'frame-name-answered',
    behaviour: () =>
      changeRequest(on('frames'), (request) => ({
        ...request,
        route: { ...request.route, frames: (request.route.frames ?? '').replace(/^[^0-9]+$/, '1') },
      })),
  },
  {
    id: 'frame-list-cut-silently',
    title: 'answers a list of frames with those that exist and says nothing of the others',
    scenarios: ['T11'],
    requirements: ['WADO-RS-044'],
    breach: 'frame-list-cut-silently',
    behaviour: () =>
      changeRequest(on('frames'), (request) => {
        const { frames = '' } = request.route;
        return frames.includes(',') ? { ...request, route: { ...request.route, frames: '1' } } : request;
      }),
  },
  {
    id: 'frame-list-answers-500',
    title: 'answers 500 to a list of frames of which one does not exist',
    scenarios: ['T11'],
    requirements: ['WADO-RS-044'],
    breach: 'frame-list-badly-refused',
    behaviour: () =>
      changeAnswer(on('frames'), (answer, { route }) =>
        route.frames?.includes(',') && answer.status === 404 ? { ...answer, status: 500 } : answer,
      ),
  },
  {
    id: 'frame-beyond-last-answers-500',
    title: 'answers 500 to a frame that does not exist',
    scenarios: ['T11'],
    requirements: ['WADO-RS-044'],
    breach: 'frame-zero-badly-refused',
    behaviour: () =>
      changeAnswer(on('frames'), (answer) =>
        answer.status === 404 || answer.status === 400 ? { ...answer, status: 500 } : answer,
      ),
  },
];
