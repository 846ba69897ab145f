import { createHash } from 'node:crypto';
import type { Header, Reply } from '../message.ts';

/** Header fields without those of one name. */
export function withoutHeader(headers: readonly Header[], name: string): Header[] {
  return headers.filter(([field]) => field !== name);
}

/** Header fields with another value in those of one name. */
export function withHeader(headers: readonly Header[], name: string, change: (value: string) => string): Header[] {
  return headers.map(([field, value]) => [field, field === name ? change(value) : value]);
}

/** With a strong ETag made of `what` instead of the content. */
export function withETagOf(reply: Reply, what: string): Reply {
  const etag = `"${createHash('sha256').update(what).digest('hex')}"`;
  return { ...reply, headers: [...withoutHeader(reply.headers, 'ETag'), ['ETag', etag]] };
}
