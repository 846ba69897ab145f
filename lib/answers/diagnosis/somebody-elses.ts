import type { ExchangeResponse } from '../../http/exchange.ts';
import { heldIn } from '../sight.ts';
import type { Known } from './diagnosis.ts';

/** What an answer is about, where that is nothing of what was asked for. */
export interface OfAnother {
  readonly level: 'study' | 'series' | 'instance';
  /** Name of a stored instance or UID of anything else. */
  readonly found: string;
  readonly isStored: boolean;
}

const LEVELS = ['study', 'series', 'instance'] as const;

/**
 * The other study, series or instance that all of an answer is about; null where it holds anything of what was asked for, or
 * does not say what it is about.
 */
export function ofAnother(
  response: ExchangeResponse,
  asked: Partial<Record<(typeof LEVELS)[number], string>>,
  { stored, isOurs }: Pick<Known, 'stored' | 'isOurs'>,
): OfAnother | null {
  const held = heldIn(response);
  if (!held || held.length === 0) return null;
  for (const level of LEVELS.toReversed()) {
    const wanted = asked[level];
    if (wanted === undefined) continue;
    const found = held.map((uids) => uids[level]);
    const [first] = found;
    if (typeof first !== 'string' || found.some((uid) => uid === null || uid === wanted)) return null;
    const known = stored.find((one) => one[level] === first);
    const name = known && level === 'instance' ? known.name : first;
    return { level, found: name, isStored: known !== undefined || isOurs(first) };
  }
  return null;
}

/** The UIDs that the path of a URL names. */
export function askedFor(url: string): Partial<Record<(typeof LEVELS)[number], string>> {
  const { pathname } = URL.canParse(url) ? new URL(url) : { pathname: '' };
  const uidOf = (name: string) => new RegExp(`/${name}/([^/]+)`).exec(pathname)?.[1];
  const uids = { study: uidOf('studies'), series: uidOf('series'), instance: uidOf('instances') };
  return Object.fromEntries(Object.entries(uids).filter(([, uid]) => uid !== undefined));
}
