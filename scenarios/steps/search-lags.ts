import { sightOf } from '../../lib/answers/sight.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { STORES } from './scenario-ids.ts';

/** When an answer was complete, as `Date.now()` has it. */
export function endOf({ timings }: Exchange): number {
  return Date.parse(timings.startedAt) + timings.end;
}

/** Whether a list did not have what was stored when the window was over that the profile grants. */
export function searchLags({ recall, dataset, target }: ScenarioContext): boolean {
  return STORES.map((id) => recall(id)).some((exchanges) => {
    const store = exchanges.find(({ request }) => request.method === 'POST');
    const due = store ? endOf(store) + target.profile.visibilityWindowMs : Number.POSITIVE_INFINITY;
    return exchanges.some(
      (exchange) =>
        endOf(exchange) >= due &&
        isList(exchange) &&
        dataset.instances.some((instance) => asksFor(exchange, instance.instance) && !shows(exchange, instance)),
    );
  });
}

/**
 * Why searches cannot be judged: what was stored is found by none of them, which is judged once, where it was stored.
 * Null where some search found something of it, and where none gave a list.
 */
export function foundByNoSearch({ recall, dataset }: ScenarioContext): string | null {
  const searches = STORES.flatMap((id) => recall(id)).filter(isList);
  const { study, instances } = dataset;
  const isFound = searches.some(
    (exchange) => shows(exchange, { study }) || instances.some((instance) => shows(exchange, instance)),
  );
  const wasAsked = searches.some((exchange) => asksFor(exchange, study));
  return wasAsked && !isFound ? 'no search finds what was stored' : null;
}

/** Whether an answer is a list of what a search found. */
export function isList({ operation, response }: Exchange): boolean {
  return operation.startsWith('search') && (response?.status === 200 || response?.status === 204);
}

function asksFor({ request }: Exchange, uid: string): boolean {
  return request.url.includes(`UID=${uid}`);
}

function shows(exchange: Exchange, path: Parameters<typeof sightOf>[1]): boolean {
  return sightOf(exchange, path) === 'shown';
}
