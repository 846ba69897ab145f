import { createHash } from 'node:crypto';
import { jsonText } from './json-text.ts';
import type { Answer, Request } from './message.ts';

/**
 * Gives an answer of JSON a strong ETag, of its type and its body, and says 304 in its place to If-None-Match with that
 * ETag (RFC 9110 §13.1.2). An answer in parts has a new boundary each time, and so no ETag.
 */
export function withETag(answer: Answer, { headers }: Request): Answer {
  const { content } = answer;
  if (content.kind !== 'json') return answer;
  const hash = createHash('sha256').update(content.mediaType).update(jsonText(content.value));
  const etag = `"${hash.digest('hex')}"`;
  const tagged: Answer = { ...answer, headers: [...answer.headers, ['ETag', etag]] };
  const known = (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*') ? { ...tagged, status: 304, content: { kind: 'none' } } : tagged;
}
