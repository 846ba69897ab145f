import type { SeenIn } from '../telling.ts';

/** Longest query that a title holds. */
const LONGEST = 90;
const LEVELS: Readonly<Record<string, string | undefined>> = {
  study: 'スタディ',
  series: 'シリーズ',
  instance: 'インスタンス',
};

/** Route and query of a search: `GET /studies?PatientID=1`. */
export function asked({ request, query }: SeenIn): string {
  if (!query) return request;
  return `${request}?${query.length > LONGEST ? `${query.slice(0, LONGEST)}…` : query}`;
}

export function levelName(level: string): string {
  return LEVELS[level] ?? String(level);
}

/** Alternatives: `200 または 204`. */
export function either(items: readonly string[]): string {
  return [items ?? []].flat().join(' または ');
}
