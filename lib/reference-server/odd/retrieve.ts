import { memorySource } from '../../bytes/byte-source.ts';
import { changePayloads, on } from '../changes/answers.ts';
import { damage, rewrite } from '../changes/files.ts';
import { refuse } from '../changes/refuse.ts';
import type { Request } from '../message.ts';
import type { OddServer } from './odd-server.ts';

/** A search that is not cut into pages: the order of pages would have to be turned around as a whole. */
function pageless({ route, query }: Request): boolean {
  return route.operation === 'search' && !query.some(([name]) => name === 'limit' || name === 'offset');
}

function namesNoUid(path: string): boolean {
  return /\/(studies|series|instances)\/[^/?]*[^\d./?]/.test(path);
}

function rewritten(bytes: Uint8Array): Uint8Array {
  const identity = rewrite(bytes, {
    meta: (elements) => {
      const text = (tag: string, vr: 'UI' | 'SH', value: string): void => {
        elements.set(tag, { tag, vr, offset: 0, value: memorySource(Buffer.from(value)) });
      };
      text('00020012', 'UI', '2.25.4711');
      text('00020013', 'SH', 'ODD_1.0');
    },
  });
  return damage(identity, (copy) => copy.fill(0, 0, 128));
}

/** Liberties of the Retrieve Transaction. */
export const ODD_RETRIEVE: readonly OddServer[] = [
  // Only the frames of a list have an order (PS3.18 §10.1.1); that of matches has to be stable (§8.3.4.4.1), which this is.
  {
    id: 'another-order',
    title: 'lists parts, metadata and matches from the last to the first',
    behaviour: () => ({
      handle: async (request, archive, next) => {
        const answer = await next(request, archive);
        const { content } = answer;
        const { operation } = request.route;
        if (operation === 'retrieve' && content.kind === 'multipart')
          return { ...answer, content: { ...content, parts: [...content.parts].reverse() } };
        const list = (operation === 'metadata' || pageless(request)) && content.kind === 'json';
        return list ? { ...answer, content: { ...content, value: [content.value].flat().reverse() } } : answer;
      },
    }),
  },
  // 400 or 404: both are client errors of the table (PS3.18 Table 10.4.3-1).
  {
    id: 'bad-uid-404',
    title: 'answers 404 to a path segment that is no UID',
    behaviour: () => ({
      reply: (reply, { path }) => (reply.status === 400 && namesNoUid(path) ? { ...reply, status: 404 } : reply),
    }),
  },
  // Preamble and implementation identity belong to whoever wrote the file (PS3.10 §7.1).
  {
    id: 'files-rewritten',
    title: 'returns files with a cleared preamble and its own implementation identity',
    behaviour: () => {
      const rewriting = changePayloads(on('retrieve'), rewritten);
      return {
        // A range of what is kept would be none of what is sent: it is not heeded.
        async handle({ headers: { range: _, ...headers }, ...request }, archive, next) {
          return (rewriting.handle ?? next)({ ...request, headers }, archive, next);
        },
      };
    },
  },
  // The single part is Optional for one instance (PS3.18 Table 10.4.4-1).
  {
    id: 'single-part-not-offered',
    title: 'answers 406 to application/dicom, of one instance too',
    behaviour: () =>
      refuse(
        (request) => on('retrieve')(request) && /^application\/dicom/.test(request.headers.accept ?? ''),
        406,
        'multipart only',
      ),
  },
  // Pixel data has even length (PS3.5 §8.1.1), so the value of a single frame may keep its pad byte.
  {
    id: 'frame-padded-to-even',
    title: 'pads an odd frame to an even number of bytes',
    behaviour: () =>
      changePayloads(on('frames'), (bytes) =>
        bytes.length % 2 === 1 ? Buffer.concat([bytes, Buffer.alloc(1)]) : bytes,
      ),
  },
];
