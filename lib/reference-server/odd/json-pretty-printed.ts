import { changeReply, contentTypeOf } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

const STRUCTURE = /"(?:[^"\\]|\\.)*"|[[\]{},:]/g;

/** White space around every structural character, and escapes for letters that need none. */
function spread(json: string): string {
  return json.replace(STRUCTURE, (token) =>
    token.length > 1 ? token.replaceAll('/', '\\/').replaceAll(/[^\x00-\x7f]/g, escaped) : `\r\n\t ${token} `,
  );
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** White space and escapes mean nothing in JSON (RFC 8259 §2, §7). */
export const jsonPrettyPrinted: OddServer = {
  id: 'json-pretty-printed',
  title: 'writes JSON with line breaks and escapes',
  behaviour: () =>
    changeReply(
      () => true,
      (reply) =>
        /json/.test(contentTypeOf(reply))
          ? { ...reply, body: [Buffer.from(spread(Buffer.concat(reply.body).toString()))] }
          : reply,
    ),
};
