import type { Behaviour } from '../behaviour.ts';
import { changeBody, changeParts, changeReply, contentTypeOf, isMultipart } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** Delimits every multipart body with another boundary, quoted in the Content-Type. */
function withBoundary(boundary: string): Behaviour {
  return changeReply(
    () => true,
    (reply) => {
      const original = /boundary=([^;]+)/.exec(contentTypeOf(reply))?.[1];
      if (original === undefined) return reply;
      const headers = reply.headers.map(([name, value]) => [name, value.replace(original, `"${boundary}"`)] as const);
      const text = Buffer.concat(reply.body).toString('latin1').replaceAll(`--${original}`, `--${boundary}`);
      return { ...reply, headers, body: [Buffer.from(text, 'latin1')] };
    },
  );
}

/** Liberties of multipart bodies. */
export const ODD_MULTIPART: readonly OddServer[] = [
  // Spaces and specials are boundary characters (RFC 2046 §5.1.1); outside token they are quoted (RFC 9110 §5.6.6).
  {
    id: 'boundary-quoted-with-specials',
    title: 'delimits parts with a boundary that has to be quoted',
    behaviour: () => withBoundary("answer's parts (1/3): a,b=c?"),
  },
  // A boundary has up to 70 characters (RFC 2046 §5.1.1).
  {
    id: 'boundary-of-70-characters',
    title: 'delimits parts with the longest boundary that is allowed',
    behaviour: () => withBoundary('b'.repeat(70)),
  },
  // Readers skip preamble and epilogue (RFC 2046 §5.1.1).
  {
    id: 'preamble-and-epilogue',
    title: 'puts text before the first delimiter and behind the last',
    behaviour: () =>
      changeReply(
        () => true,
        (reply) =>
          isMultipart(reply)
            ? {
                ...reply,
                body: [
                  Buffer.from('This is a message in several parts.\r\n--\r\n\r\n'),
                  ...reply.body,
                  Buffer.from('\r\nThat was all of it.\r\n'),
                ],
              }
            : reply,
      ),
  },
  // Transport padding may follow a boundary (RFC 2046 §5.1.1).
  {
    id: 'padding-behind-delimiters',
    title: 'puts spaces and tabs behind the boundary of each delimiter line',
    behaviour: () =>
      changeBody(
        () => true,
        (body, boundary) => {
          if (boundary === '') return body;
          const text = body.toString('latin1').replaceAll(`--${boundary}\r\n`, `--${boundary} \t \r\n`);
          return Buffer.from(`${text} \t\r\n`, 'latin1');
        },
      ),
  },
  // Other header fields may be included in parts (PS3.18 §8.6.1.2), in any order (RFC 2045 §2).
  {
    id: 'part-headers-in-plenty',
    title: 'adds header fields to parts, before and behind the known ones',
    behaviour: () =>
      changeParts(
        () => true,
        (parts) =>
          parts.map(({ headers, body }, index) => ({
            headers: [
              ['MIME-Version', '1.0'],
              ['Content-ID', `<${index + 1}@reference.invalid>`],
              ...[...headers].reverse(),
              ['Content-Disposition', `attachment; filename="${index + 1}.dcm"`],
              ['X-Part', '--not-a-boundary'],
            ],
            body,
          })),
      ),
  },
];
