import type { Defect } from '../kit/defect.ts';
import {
  answering,
  around,
  eachJson,
  header,
  onTheWire,
  parameter,
  parts,
  refusal,
  withHeader,
  withText,
} from '../kit/make.ts';

/** Unusual servers that break nothing. */
export const LEGAL: readonly Defect[] = [
  {
    id: 'legal-redirect',
    what: 'GET requests of metadata are redirected once, by 307, to the same path with a further parameter.',
    truth: ['legal'],
    operations: ['metadata'],
    title: 'nothing',
    advice: 'None: redirects are legal.',
    make: () =>
      around('metadata', (request, archive, next) =>
        request.method === 'GET' && parameter(request, 'node') === undefined && !request.rawQuery
          ? refusal(307, 'moved', [['Location', `${request.base}${request.path}?node=2`]])
          : next(request, archive),
      ),
  },
  {
    id: 'legal-204-without-match',
    what: 'A search without a match is answered 204.',
    truth: ['legal'],
    operations: ['search'],
    title: 'nothing',
    advice: 'None: editions to 2025 have it.',
    make: () =>
      answering('search', (answer) =>
        answer.content.kind === 'json' && Array.isArray(answer.content.value) && answer.content.value.length === 0
          ? { status: 204, headers: [], content: { kind: 'none' } }
          : answer,
      ),
  },
  {
    id: 'legal-more-than-asked',
    what: 'Search results of studies carry more attributes than required.',
    truth: ['legal'],
    operations: ['search'],
    title: 'nothing',
    advice: 'None: further attributes are allowed.',
    make: () =>
      eachJson(
        ({ route }) => route.operation === 'search' && route.level === 'studies',
        (one) => ({
          ...one,
          '00080005': { vr: 'CS', Value: ['ISO_IR 192'] },
          '00081030': one['00081030'] ?? { vr: 'LO' },
          '00080056': { vr: 'CS', Value: ['ONLINE'] },
        }),
      ),
  },
  {
    id: 'legal-spaces-in-json',
    what: 'JSON is written with line breaks and indentation.',
    truth: ['legal'],
    operations: ['metadata', 'search', 'store'],
    title: 'nothing',
    advice: 'None: JSON allows white space.',
    make: () =>
      onTheWire(
        (reply) => /json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withText(reply, (text) => text.replaceAll(/("[0-9A-F]{8}":)\{/g, '\n  $1 {\t')),
      ),
  },
  {
    id: 'legal-part-headers',
    what: 'Parts have further header fields, in small letters and in another order.',
    truth: ['legal'],
    operations: ['retrieve', 'frames'],
    title: 'nothing',
    advice: 'None: field names are free of case, and others are allowed.',
    make: () =>
      parts(['retrieve', 'frames'], (all) =>
        all.map(({ headers, body }, index) => ({
          headers: [
            ['content-id', `<part${index}@server>`],
            ['mime-version', '1.0'],
            ...headers.toReversed().map(([name, value]) => [name.toLowerCase(), value] as const),
          ],
          body,
        })),
      ),
  },
  {
    id: 'legal-preamble-and-epilogue',
    what: 'Multipart answers have a preamble before the first delimiter and an epilogue after the last.',
    truth: ['legal'],
    operations: ['retrieve', 'frames', 'bulkdata'],
    title: 'nothing',
    advice: 'None: RFC 2046 allows both.',
    make: () =>
      onTheWire(
        (reply) => /multipart/.test(header(reply, 'content-type') ?? ''),
        (reply) => ({
          ...reply,
          body: [Buffer.from('This is a multipart message.\r\n'), ...reply.body, Buffer.from('\r\nend of message\r\n')],
        }),
      ),
  },
  {
    id: 'legal-long-quoted-boundary',
    what: 'The boundary is quoted, has 70 characters and spaces inside.',
    truth: ['legal'],
    operations: ['retrieve', 'frames', 'bulkdata'],
    title: 'nothing',
    advice: 'None: RFC 2046 allows it.',
    make: () =>
      onTheWire(
        (reply) => /boundary=part-/.test(header(reply, 'content-type') ?? ''),
        (reply) => {
          const type = header(reply, 'content-type') ?? '';
          const old = /boundary=(\S+)/.exec(type)?.[1] ?? '';
          const fresh = "=_(mixed)+part,0.1 '?:/".padEnd(69, 'x');
          const bytes = Buffer.concat(reply.body).toString('latin1').replaceAll(`--${old}`, `--${fresh}`);
          return withHeader(
            { ...reply, body: [Buffer.from(bytes, 'latin1')] },
            'Content-Type',
            type.replace(old, `"${fresh}"`),
          );
        },
      ),
  },
];
