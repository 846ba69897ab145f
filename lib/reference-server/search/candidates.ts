import type { Archive } from '../archive.ts';
import type { Instance } from '../instance.ts';
import type { Route } from '../message.ts';
import type { Query } from './query.ts';

/** A study, series or instance that a search may find, with an instance that speaks for it. */
export interface Candidate {
  readonly study: string;
  readonly series: string;
  /** The first instance of the entity; study and series attributes are read from it. */
  readonly representative: Instance;
}

function listed(query: Query, tag: string): string[] | null {
  const key = query.keys.find(({ path, value }) => path === tag && value !== '');
  return key ? key.value.split(/[,\\]/) : null;
}

function instancesOf(archive: Archive, route: Route, query: Query): Instance[] {
  const named = listed(query, '00080018');
  if (named !== null) {
    const found = [...new Set(named)].map((uid) => archive.find(uid)).filter((instance) => instance !== undefined);
    return found.filter(
      ({ study, series }) =>
        (route.study === undefined || study === route.study) && (route.series === undefined || series === route.series),
    );
  }
  if (route.study !== undefined) return archive.select({ study: route.study, series: route.series });
  const studies = listed(query, '0020000D') ?? [...archive.studies()];
  return [...new Set(studies)].flatMap((study) => archive.select({ study }));
}

/**
 * Entities of the searched level below the path, in the order in which they were stored. Where UIDs are among the keys
 * only those are looked up, so that a search for one study does not read all others.
 */
export function candidates(archive: Archive, route: Route, query: Query): Candidate[] {
  if (route.level === 'instances') {
    return instancesOf(archive, route, query).map((representative) => ({ ...representative, representative }));
  }
  const wanted = route.study === undefined ? listed(query, '0020000D') : [route.study];
  const studies = wanted === null ? [...archive.studies()] : [...new Set(wanted)];
  return studies.flatMap((study) => {
    const found: Candidate[] = [];
    for (const [series, instances] of archive.series(study)) {
      const [representative] = instances.values();
      if (representative) found.push({ study, series, representative });
      if (route.level === 'studies') break;
    }
    return found;
  });
}
