import { counted } from '../quote.ts';
import type { SeenIn } from '../telling.ts';

/** Longest query that a title holds. */
const LONGEST = 90;

/** Route and query of a search: `GET /studies?PatientID=1`. */
export function asked({ request, query }: SeenIn): string {
  if (!query) return request;
  return `${request}?${query.length > LONGEST ? `${query.slice(0, LONGEST)}…` : query}`;
}

export function results(count: number): string {
  return counted(count, 'result');
}
