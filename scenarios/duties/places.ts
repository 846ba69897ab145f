import type { SearchLevel } from '../../lib/answers/levels.ts';
import type { SearchResource } from '../../lib/dicomweb/operations.ts';
import { listedUids } from '../../lib/judges/search/results.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askUntilFound } from '../steps/search-whole.ts';
import type { Place } from './matches.ts';

const relational = ({ target }: ScenarioContext): boolean => target.profile.features.relationalSearch !== 'no';
const ofStudy = ({ dataset }: ScenarioContext): Place['narrowing'] => [['StudyInstanceUID', dataset.study]];

/** A place with the level that it lists. */
interface OfferedPlace extends Place {
  readonly level: SearchLevel;
}

/** The first of the places that lists something of the study, or the first of all where none does. */
export async function offeredPlace(context: ScenarioContext, places: readonly Place[]): Promise<OfferedPlace> {
  const [first = STUDIES] = places;
  for (const { resource, narrowing } of places) {
    const exchange = await askUntilFound(context, () => context.dicomweb.search(resource, narrowing));
    const level = LEVELS[resource.level];
    if (listedUids(exchange, level).length > 0) return { resource, narrowing, level };
  }
  return { ...first, level: LEVELS[first.resource.level] };
}

const STUDIES: Place = { resource: { level: 'studies' }, narrowing: [] };
const LEVELS = { studies: 'study', series: 'series', instances: 'instance' } as const;

/** Where keys of the study select studies; series across studies have them as well. */
export function studyPlaces(context: ScenarioContext): readonly Place[] {
  const narrowing = ofStudy(context);
  const places: Place[] = [{ resource: { level: 'studies' }, narrowing }];
  return relational(context) ? [...places, { resource: { level: 'series' }, narrowing }] : places;
}

/** Where keys of series select series: below the study, and among all of them. */
export function seriesPlaces(context: ScenarioContext): readonly Place[] {
  const places: Place[] = [{ resource: { level: 'series', study: context.dataset.study }, narrowing: [] }];
  return relational(context) ? [...places, { resource: { level: 'series' }, narrowing: ofStudy(context) }] : places;
}

/** Where keys of instances select instances of the target series. */
export function instancePlaces(context: ScenarioContext): readonly Place[] {
  const { study, roles } = context.dataset;
  const series = roles.targetSeries.uid;
  const below = (resource: SearchResource): Place => ({ resource, narrowing: [['SeriesInstanceUID', series]] });
  const places: Place[] = [{ resource: { level: 'instances', study, series }, narrowing: [] }];
  return relational(context)
    ? [...places, below({ level: 'instances', study }), below({ level: 'instances' })]
    : places;
}

/** Where keys of the levels above select series and instances that the path leaves open. */
export function parentPlaces({ dataset }: ScenarioContext): readonly Place[] {
  const resources: readonly SearchResource[] = [
    { level: 'instances' },
    { level: 'series' },
    { level: 'instances', study: dataset.study },
  ];
  return resources.map((resource) => ({ resource, narrowing: [] }));
}
