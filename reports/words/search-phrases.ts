import { counted } from './quote.ts';
import type { SeenIn } from './telling.ts';

/** Longest query that a title holds. */
const LONGEST = 90;
/** A UID of which the beginning and the end tell enough. */
const LONG_UID = /\b(\d[\d.]{7})[\d.]{12,52}(\d{4})\b/g;
const JAPANESE_LEVELS: Readonly<Record<string, string | undefined>> = {
  study: '検査',
  series: 'シリーズ',
  instance: 'インスタンス',
};

/** Route and query of a search: `GET /studies?PatientID=1`. */
export function asked({ request, query }: SeenIn): string {
  if (!query) return request;
  const short = query.replace(LONG_UID, '$1…$2');
  return `${request}?${short.length > LONGEST ? `${short.slice(0, LONGEST)}…` : short}`;
}

/** A count of results in English. */
export function results(count: number): string {
  return counted(count, 'result');
}

/** A level with its English article: `a study`, `an instance`. */
export function one(level: string): string {
  return `${level === 'instance' ? 'an' : 'a'} ${level}`;
}

/** A level in Japanese. */
export function levelName(level: string): string {
  return JAPANESE_LEVELS[level] ?? String(level);
}
