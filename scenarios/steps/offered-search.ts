import type { SearchLevel } from '../../lib/answers/levels.ts';
import type { QueryParameters, ResourcePath, SearchResource } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { type ExpectedSearch, expectedSearch, pathOfMatch } from '../../lib/judges/search/expected.ts';
import { resultsAbout } from '../../lib/judges/search/results.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { asHeld } from './as-held.ts';
import { askUntilFound } from './search-whole.ts';

/** A search for one entity of the study, and what it finds. */
export interface SingleSearch {
  readonly keys: QueryParameters;
  readonly expected: ExpectedSearch;
}

/** The target instance, its series and its study, each searched for by its UID where every server has to. */
export function singleSearches(context: ScenarioContext): Readonly<Record<SearchLevel, SingleSearch>> {
  const { study, series, instance } = context.dataset.roles.target;
  const single = (resource: SearchResource, key: string, uid: string): SingleSearch => {
    const keys = [[key, uid] as const];
    return { keys, expected: expectedSearch(asHeld(context), resource, keys) };
  };
  return {
    study: single({ level: 'studies' }, 'StudyInstanceUID', study),
    series: single({ level: 'series', study }, 'SeriesInstanceUID', series),
    instance: single({ level: 'instances', study, series }, 'SOPInstanceUID', instance),
  };
}

/** The target instance among those of its study, where the product claims such searches. */
export function relationalSearches(context: ScenarioContext): readonly SingleSearch[] {
  if (context.target.profile.features.relationalSearch === 'no') return [];
  const { study, instance } = context.dataset.roles.target;
  const keys = [['SOPInstanceUID', instance] as const];
  return [{ keys, expected: expectedSearch(asHeld(context), { level: 'instances', study }, keys) }];
}

/** A search that finds one entity, as it was answered. */
interface OfferedSearch {
  readonly level: SearchLevel;
  readonly resource: SearchResource;
  readonly keys: QueryParameters;
  /** What it finds. */
  readonly path: ResourcePath;
  readonly exchange: Exchange;
}

/**
 * A search by UID that the server is seen to offer, for duties of searches of any level: of studies, and where these are
 * not listed, of series or instances. The first of them where none is offered.
 */
export async function offeredSearch(context: ScenarioContext): Promise<OfferedSearch> {
  const { study, series, instance } = singleSearches(context);
  const first = await ask(context, study);
  for (const [search, asked] of [[study, first], [series], [instance]] as const) {
    const offered = asked ?? (await ask(context, search));
    if (resultsAbout(offered.exchange, search.expected).length > 0) return offered;
  }
  return first;
}

async function ask(context: ScenarioContext, { keys, expected }: SingleSearch): Promise<OfferedSearch> {
  const { level, resource, matches } = expected;
  const [match] = matches;
  const path = match ? pathOfMatch(match) : context.dataset.roles.target;
  const exchange = await askUntilFound(context, () => context.dicomweb.search(resource, keys));
  return { level, resource, keys, path, exchange };
}
