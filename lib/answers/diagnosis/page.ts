import type { ByteSource } from '../../bytes/byte-source.ts';
import { BEGINNING, formatOf } from './format.ts';

/** What a page for people is there for, as far as it shows. */
export type PageSort = 'login' | 'error' | 'application' | 'page';

export interface Page {
  readonly sort: PageSort;
  /** Its title, or its first heading; null where it has none. */
  readonly title: string | null;
}

const LONGEST_TITLE = 80;
/** Applications that run in a browser are a page with scripts, often of some size. */
const MOST_READ = 64 * 1024;

/** A page for people in the place of data; null for anything else. */
export function pageIn(body: ByteSource): Page | null {
  if (formatOf(body) !== 'text/html') return null;
  const html = Buffer.from(body.read(0, Math.max(BEGINNING, Math.min(body.length, MOST_READ)))).toString('utf8');
  const title = textIn(/<title[^>]*>([^<]{0,400})/i.exec(html)) ?? textIn(/<h1[^>]*>([^<]{0,400})/i.exec(html));
  return { sort: sortOf(html, title ?? ''), title };
}

function textIn(found: RegExpExecArray | null): string | null {
  const text = (found?.[1] ?? '').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text.slice(0, LONGEST_TITLE);
}

function sortOf(html: string, title: string): PageSort {
  if (/type=["']?password/i.test(html) || /\b(log ?-?in|sign ?-?in|single sign-on|authenticat)/i.test(title))
    return 'login';
  if (/\b([45]\d\d|error|not found|bad gateway|unavailable|forbidden|denied|timeout|time-out|exception)\b/i.test(title))
    return 'error';
  return /<div[^>]+id=["']?(root|app)\b/i.test(html) && /<script/i.test(html) ? 'application' : 'page';
}
