import { sightOf } from '../../lib/answers/sight.ts';
import type { QueryParameters } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { type ExpectedSearch, pathOfMatch } from '../../lib/judges/search/expected.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askUntilStoresSettle } from './ask-until.ts';

/**
 * Searches for everything that a resource holds, or for what the keys select of it, as long as it may still be on its way
 * to where it is shown.
 */
export function searchWhole(
  context: ScenarioContext,
  { resource, matches }: ExpectedSearch,
  keys: QueryParameters = [],
): Promise<Exchange> {
  return askUntilStoresSettle(
    context,
    () => context.dicomweb.search(resource, keys),
    (exchange) => matches.every((match) => sightOf(exchange, pathOfMatch(match)) === 'shown'),
  );
}

/** Asks for a list until it has something, as long as what was stored may still be on its way to where it is shown. */
export function askUntilFound(context: ScenarioContext, ask: () => Promise<Exchange>): Promise<Exchange> {
  return askUntilStoresSettle(
    context,
    ask,
    ({ response }) => response?.status === 200 && response.body.length > '[]'.length,
  );
}
