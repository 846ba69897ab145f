import { randomBytes } from 'node:crypto';
import { jsonText } from './json-text.ts';
import type { Answer, Header, Part, Reply } from './message.ts';

/** Writes parts as a multipart payload (RFC 2046 §5.1.1) without preamble and epilogue, each with its Content-Length. */
function writeMultipart(parts: readonly Part[], boundary: string): Uint8Array[] {
  const body = parts.flatMap((part, index) => {
    const fields = [...part.headers, ['Content-Length', String(part.body.length)] as const];
    const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    return [Buffer.from(`${index === 0 ? '' : '\r\n'}--${boundary}\r\n${head}\r\n`), part.body];
  });
  return [...body, Buffer.from(`${parts.length === 0 ? '' : '\r\n'}--${boundary}--`)];
}

function content(answer: Answer): { type: string | null; body: readonly Uint8Array[] } {
  const { content } = answer;
  switch (content.kind) {
    case 'none':
      return { type: null, body: [] };
    case 'bytes':
      return { type: content.mediaType, body: [content.bytes] };
    case 'json':
      return { type: content.mediaType, body: [Buffer.from(jsonText(content.value))] };
    case 'multipart': {
      const boundary = `part-${randomBytes(16).toString('hex')}`;
      return {
        type: `multipart/related; type="${content.rootType}"; boundary=${boundary}`,
        body: writeMultipart(content.parts, boundary),
      };
    }
  }
}

/** Writes an answer as header fields and bytes. */
export function writeReply(answer: Answer): Reply {
  const { type, body } = content(answer);
  const headers: Header[] = [...(type === null ? [] : [['Content-Type', type] as const]), ...answer.headers];
  return { status: answer.status, headers, body, framing: 'length' };
}
