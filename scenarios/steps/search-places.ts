import type { SearchLevel } from '../../lib/answers/levels.ts';
import { isServed } from '../../lib/answers/served.ts';
import { sightOf } from '../../lib/answers/sight.ts';
import type { InstancePath, QueryParameters, ResourcePath, SearchResource } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { isList } from './search-lags.ts';
import { askUntilFound } from './search-whole.ts';

/** A search that finds one entity by its UID. */
export interface SearchPlace {
  readonly resource: SearchResource;
  readonly keys: QueryParameters;
  readonly level: SearchLevel;
  /** What it finds. */
  readonly path: ResourcePath;
}

/** Whether a profile leaves open that a server searches across studies. */
export function isRelational({ target }: ScenarioContext): boolean {
  return target.profile.features.relationalSearch !== 'no';
}

/** Searches for the study, a series and an instance of it, those first that every server has. */
export function searchPlaces(context: ScenarioContext): readonly [SearchPlace, ...SearchPlace[]] {
  const { study, series, instance } = context.dataset.roles.target;
  const ofSeries = { level: 'series', keys: [['SeriesInstanceUID', series]], path: { study, series } } as const;
  const ofInstance = {
    level: 'instance',
    keys: [['SOPInstanceUID', instance]],
    path: { study, series, instance },
  } as const;
  const relational: SearchPlace[] = [
    { ...ofSeries, resource: { level: 'series' } },
    { ...ofInstance, resource: { level: 'instances', study } },
    { ...ofInstance, resource: { level: 'instances' } },
  ];
  return [
    { level: 'study', resource: { level: 'studies' }, keys: [['StudyInstanceUID', study]], path: { study } },
    { ...ofSeries, resource: { level: 'series', study } },
    { ...ofInstance, resource: { level: 'instances', study, series } },
    ...(isRelational(context) ? relational : []),
  ];
}

/** Those at which keys of the study select: their path names no study (PS3.18 Table 10.6.1-4). */
export function placesOfStudyKeys(context: ScenarioContext): readonly [SearchPlace, ...SearchPlace[]] {
  const [first, ...others] = searchPlaces(context);
  return [first, ...others.filter(({ resource }) => !('study' in resource))];
}

/**
 * Searches for an instance in its series, and where the server gives no list there, in its study and among all. The
 * first list counts; the first answer where none is a list.
 */
export async function searchForInstance(
  context: ScenarioContext,
  { study, series, instance }: InstancePath,
): Promise<{ readonly resource: SearchResource; readonly found: Exchange }> {
  const first: SearchResource = { level: 'instances', study, series };
  const others: SearchResource[] = [{ level: 'instances', study }, { level: 'instances' }];
  const search = (resource: SearchResource) => context.dicomweb.search(resource, [['SOPInstanceUID', instance]]);
  const asked = { resource: first, found: await search(first) };
  if (isList(asked.found) && isServed(asked.found)) return asked;
  for (const resource of isRelational(context) ? others : []) {
    const found = await search(resource);
    if (isList(found) && isServed(found)) return { resource, found };
  }
  return asked;
}

/** The first place whose search finds what it is for, and its answer; the first of all where none does. */
export async function firstThatFinds(
  context: ScenarioContext,
  places: readonly [SearchPlace, ...SearchPlace[]],
  ask: (place: SearchPlace) => Promise<Exchange> = ({ resource, keys }) => context.dicomweb.search(resource, keys),
): Promise<{ readonly place: SearchPlace; readonly found: Exchange }> {
  const [first, ...others] = places;
  const asked = { place: first, found: await askUntilFound(context, () => ask(first)) };
  if (finds(asked.found, first)) return asked;
  for (const place of others) {
    const found = await askUntilFound(context, () => ask(place));
    if (finds(found, place)) return { place, found };
  }
  return asked;
}

function finds(exchange: Exchange, { path }: SearchPlace): boolean {
  return isList(exchange) && sightOf(exchange, path) === 'shown';
}
