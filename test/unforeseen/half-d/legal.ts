import { gzipSync } from 'node:zlib';
import type { Answer, Reply } from '../../../lib/reference-server/message.ts';
import type { Defect } from '../kit/defect.ts';
import {
  around,
  eachJson,
  header,
  json,
  misreading,
  onTheWire,
  parameter,
  refusal,
  withBytes,
  withHeader,
  withText,
} from '../kit/make.ts';

const PAGE = 3;

function isJson(reply: Reply): boolean {
  return /json/.test(header(reply, 'content-type') ?? '') && reply.status !== 304 && reply.body.length > 0;
}

function legal(what: string) {
  return { what, truth: ['legal'], title: 'nothing', advice: 'none' } as const;
}

/** Unusual, and within the standard. */
export const LEGAL: readonly Defect[] = [
  {
    id: 'legal-newest-first',
    ...legal(
      'Results come with what was stored last first: PS3.18 §8.3.4.4.1 asks for the same order each time, and no certain one.',
    ),
    operations: ['search'],
    make: () =>
      around('search', (request, archive, next) => {
        const seen = archive.copy();
        const all = seen.select();
        for (const one of all) seen.remove(one);
        for (const one of all.reverse()) seen.add(one);
        return next(request, seen);
      }),
  },
  {
    id: 'legal-json-escaped-and-indented',
    ...legal('JSON is indented, and letters beyond ASCII and slashes are escaped, as RFC 8259 §2 and §7 allow.'),
    operations: ['metadata', 'search', 'store'],
    make: () =>
      onTheWire(isJson, (reply) =>
        withText(reply, (text) =>
          text
            .replace(/^([[{])/, '\r\n $1\t')
            .replaceAll('},{', '}\n ,\n{')
            .replaceAll('/', '\\/')
            .replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
        ),
      ),
  },
  {
    id: 'legal-value-before-vr',
    ...legal(
      'In attributes Value stands before vr: members of a JSON object have no order (RFC 8259 §1), and PS3.18 §F.2.2 orders attributes only.',
    ),
    operations: ['metadata', 'search', 'store'],
    make: () =>
      onTheWire(isJson, (reply) =>
        withText(reply, (text) => {
          try {
            return reordered(JSON.parse(text));
          } catch {
            return text;
          }
        }),
      ),
  },
  {
    id: 'legal-preamble-and-epilogue',
    ...legal(
      'Multipart answers have a preamble and an epilogue, and white space after their delimiters (RFC 2046 §5.1.1).',
    ),
    operations: ['retrieve', 'frames', 'bulkdata', 'metadata', 'search', 'rendered'],
    make: () =>
      onTheWire(
        (reply) => /^multipart/.test(header(reply, 'content-type') ?? ''),
        (reply) =>
          withBytes(reply, (bytes) => {
            const [, boundary = ''] = /boundary="?([^";]+)/.exec(header(reply, 'content-type') ?? '') ?? [];
            const first = bytes.subarray(`--${boundary}`.length);
            return Buffer.concat([
              Buffer.from(`This is a message in parts.\r\n--${boundary} \t`),
              first,
              Buffer.from('\r\nThis is the end.\r\n'),
            ]);
          }),
      ),
  },
  {
    id: 'legal-boundary-quoted-first',
    ...legal(
      'The boundary is quoted and stands before type, with names of parameters in capitals (RFC 2045 §5.1, RFC 9110 §5.6.6).',
    ),
    operations: ['retrieve', 'frames', 'bulkdata', 'metadata', 'search', 'rendered'],
    make: () =>
      onTheWire(
        (reply) => /^multipart/.test(header(reply, 'content-type') ?? ''),
        (reply) =>
          withHeader(
            reply,
            'Content-Type',
            (header(reply, 'content-type') ?? '').replace(
              /^multipart\/related; type="([^"]*)"; boundary=(.*)$/,
              'Multipart/Related;Boundary="$2" ; Type="$1"',
            ),
          ),
      ),
  },
  {
    id: 'legal-gone',
    ...legal('What was deleted is answered 410 Gone, as PS3.18 Table 8.5-1 has it.'),
    operations: ['delete', 'retrieve', 'metadata', 'frames', 'rendered', 'bulkdata'],
    make: () => {
      const gone = new Set<string>();
      return [
        around('delete', async (request, archive, next) => {
          const answer = await next(request, archive);
          if (answer.status < 300) gone.add(request.path);
          return answer;
        }),
        around(
          ['retrieve', 'metadata', 'frames', 'rendered', 'thumbnail', 'bulkdata'],
          async (request, archive, next): Promise<Answer> => {
            const answer = await next(request, archive);
            const isGone = answer.status === 404 && [...gone].some((path) => `${request.path}/`.startsWith(`${path}/`));
            return isGone ? refusal(410, 'deleted') : answer;
          },
        ),
      ];
    },
  },
  {
    id: 'legal-any-syntax-is-explicit',
    ...legal(
      'With transfer-syntax=* files come in Explicit VR Little Endian: PS3.18 §8.7.3.5.2 leaves the choice to the server.',
    ),
    operations: ['retrieve'],
    make: () =>
      misreading('retrieve', (request) => {
        const accept = (request.headers.accept ?? '').replace(/;\s*transfer-syntax="?\*"?/g, '');
        return { ...request, headers: { ...request.headers, ...(accept ? { accept } : {}) } };
      }),
  },
  {
    id: 'legal-pages-of-three',
    ...legal(
      'A search returns three results at most, and says with Warning 299 how many more there are (PS3.18 §8.3.4.4).',
    ),
    operations: ['search'],
    make: () =>
      misreading('search', (request) => {
        const limit = parameter(request, 'limit');
        if (limit !== undefined && (!/^\d+$/.test(limit) || Number(limit) <= PAGE)) return request;
        return { ...request, query: [...request.query.filter(([name]) => name !== 'limit'), ['limit', String(PAGE)]] };
      }),
  },
  {
    id: 'legal-gzip-where-accepted',
    ...legal('JSON is sent in gzip with Vary where Accept-Encoding names it (RFC 9110 §8.4).'),
    operations: ['metadata', 'search'],
    make: () =>
      onTheWire(
        (reply, { headers, method }) =>
          method === 'GET' && isJson(reply) && /\bgzip\b(?!;\s*q=0)/.test(String(headers['accept-encoding'] ?? '')),
        (reply) =>
          withHeader(
            withHeader(
              withBytes(reply, (bytes) => gzipSync(bytes)),
              'Content-Encoding',
              'gzip',
            ),
            'Vary',
            'Accept, Accept-Encoding',
          ),
      ),
  },
  {
    id: 'legal-further-attributes',
    ...legal(
      'Results and metadata bear further attributes, empty ones among them: PS3.18 §10.6.3.3 lets a server return more than was asked for.',
    ),
    operations: ['search'],
    make: () =>
      eachJson('search', (one) => ({
        ...one,
        '00080005': { vr: 'CS', Value: ['ISO_IR 192'] },
        '00080054': { vr: 'AE', Value: ['ARCHIVE'] },
        '00321060': { vr: 'LO' },
        '00401012': { vr: 'SQ' },
      })),
  },
  {
    id: 'legal-cookies-and-more-fields',
    ...legal(
      'Every answer has cookies, a Server-Timing and a weak ETag of its own, as RFC 9110 §8.8.3 and RFC 6265 allow.',
    ),
    operations: ['metadata', 'search', 'retrieve', 'store'],
    make: () => {
      let count = 0;
      return onTheWire(
        () => true,
        (reply) => {
          count += 1;
          const more = [
            ['Set-Cookie', `SERVERID=node-${count % 2}; Path=/; HttpOnly`],
            ['Set-Cookie', 'trace=1'],
            ['Server-Timing', 'db;dur=1.2'],
          ] as const;
          return { ...reply, headers: [...reply.headers, ...more] };
        },
      );
    },
  },
  {
    id: 'legal-empty-lists-not-cached',
    ...legal('A search without a match is answered 200 with an empty list that has white space in it (RFC 8259 §2).'),
    operations: ['search'],
    make: () => [
      json('search', (all) => all),
      onTheWire(
        (reply) => isJson(reply) && Buffer.concat(reply.body).toString() === '[]',
        (reply) => withText(reply, () => '[ \n ]\n'),
      ),
    ],
  },
];

/** JSON in which the members of each attribute are in reverse order; data sets keep that of their tags. */
function reordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(reordered).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value);
  const members = (list: readonly string[]): string =>
    list.map((name) => `${JSON.stringify(name)}:${reordered(value[name as keyof typeof value])}`).join(',');
  return names.includes('vr') ? `{${members(names.reverse())}}` : `{${members(names.sort())}}`;
}
