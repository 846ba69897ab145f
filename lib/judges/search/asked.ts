import type { SearchLevel } from '../../answers/levels.ts';
import { keywordOf, tagOf } from '../../dicom/dictionary.ts';
import type { Exchange } from '../../http/exchange.ts';

/** Parameters of a search that select nothing (PS3.18 Table 8.3.4-1). */
const NO_KEYS = new Set(['limit', 'offset', 'includefield', 'fuzzymatching', 'accept', 'charset']);
const LEVELS: Readonly<Record<string, SearchLevel>> = { studies: 'study', series: 'series', instances: 'instance' };

/** A key of a search, by its keyword where it has one, and its value without percent-encoding. */
interface AskedKey {
  readonly key: string;
  readonly value: string;
}

/** The keys of a search in the order in which they were sent. */
export function keysAsked({ request }: Exchange): readonly AskedKey[] {
  const pairs = [...new URL(request.url, 'http://server').searchParams];
  return pairs.flatMap(([name, value]) => (NO_KEYS.has(name) ? [] : [{ key: keywordFor(name), value }]));
}

/** The key that a search was sent for: those before it narrow the search. */
export function lastKeyOf(exchange: Exchange): AskedKey {
  return keysAsked(exchange).at(-1) ?? { key: '', value: '' };
}

/** The level that a search lists, by the end of its path. */
export function levelAsked({ request }: Exchange): SearchLevel {
  const [last = ''] = new URL(request.url, 'http://server').pathname.split('/').slice(-1);
  return LEVELS[last] ?? 'study';
}

function keywordFor(name: string): string {
  return keywordOf(tagOf(name) ?? name.toUpperCase()) ?? name;
}
