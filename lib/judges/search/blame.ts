import { at } from '../../answers/json/body.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import { type ExpectedSearch, liesBeyondPath } from './expected.ts';

/** A status that is none of those that were expected. */
export interface SeenStatus {
  readonly status: number;
  readonly expected: readonly string[];
}

/** The breaches that a search shows which does not find exactly what it should: what they mean depends on what was asked. */
export interface Blame {
  /** Another status than one of success. */
  refused(seen: SeenStatus): SeenBreach;
  /** Success without any result; the status is 200 or 204. */
  nothing(status: number, where: Place): SeenBreach;
  /** Results, and one is missing. */
  missed(uid: string, results: number, where: Place): SeenBreach;
  /** A result that was not asked for. */
  foreign(uid: string, where: Place): SeenBreach;
}

export const STATUS: Place = { kind: 'status' };

/** Statuses that say of a resource that it is not there to be searched. */
const NOT_OFFERED = [400, 404, 405, 410, 501];

/** A search that is judged by what lies below its path. */
export function blameSearch(expected: ExpectedSearch): Blame {
  const { level, matches, resource } = expected;
  return {
    refused({ status, expected: wanted }) {
      if (status === 206) return breach('partial-content-without-range', STATUS, { status });
      return NOT_OFFERED.includes(status)
        ? breach('search-not-offered', STATUS, { status, expected: wanted, resource: nameOf(resource) })
        : breach('search-fails', STATUS, { status, expected: wanted });
    },
    nothing: (status, where) => breach('search-finds-nothing', where, { level, expected: matches.length, status }),
    missed: (uid, results, where) => breach('search-misses-stored', where, { level, uid, results }),
    foreign: (uid, where) =>
      liesBeyondPath(uid, expected)
        ? breach('search-ignores-path', where, { level, results: 1 })
        : breach('search-finds-foreign', where, { level, uid, expected: matches.length }),
  };
}

/** The first result of a list. */
export const FIRST_RESULT = at('/0');

/** What a vendor would add by one change: the two resources across studies are one. */
function nameOf(resource: ExpectedSearch['resource']): string {
  if (resource.level === 'studies') return 'studies';
  if (resource.study === undefined) return 'across-studies';
  if (resource.level === 'series') return 'series-of-study';
  return resource.series === undefined ? 'instances-of-study' : 'instances-of-series';
}
