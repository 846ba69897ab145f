import { contentTypeOf } from '../changes/answers.ts';
import type { Reply } from '../message.ts';

export function isMultipart(reply: Reply): boolean {
  return /^multipart\//i.test(contentTypeOf(reply));
}
