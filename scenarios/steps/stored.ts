import { isSuccess, statusLine } from '../../lib/answers/response.ts';
import { withDiscarded } from '../../lib/answers/stored/discarded.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { type Exchange, headerValue } from '../../lib/http/exchange.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { STORES } from './scenario-ids.ts';

/** Which of these instances the server holds, as far as it acknowledged or showed them. */
export function held(
  { ledger, recall, target }: ScenarioContext,
  instances: readonly StoredInstance[],
): readonly StoredInstance[] {
  return withDiscarded(
    instances.filter(({ instance }) => ledger.holds(instance)),
    STORES.flatMap((id) => recall(id)),
    target.profile,
  );
}

/** What a scenario was answered to its own request: the first success, or else the first answer. */
export function answerTo({ recall }: ScenarioContext, scenario: string): Exchange | undefined {
  const exchanges = recall(scenario);
  const [first] = exchanges;
  const isFound = ({ response }: Exchange) => response?.status === 200 || response?.status === 206;
  return exchanges.find((each) => each.operation === first?.operation && isFound(each)) ?? first;
}

/** No obstacle once the server holds any of them; otherwise what is in the way. */
export function needsAny(
  choose: (context: ScenarioContext) => readonly StoredInstance[],
): (context: ScenarioContext) => string | null {
  return (context) => {
    const chosen = choose(context);
    if (held(context, chosen).length > 0) return null;
    const gone = context.ledger.entries().flatMap(({ instance, state }) => (state === 'gone' ? [instance] : []));
    return chosen.some(({ instance }) => gone.includes(instance))
      ? 'what was stored was deleted before, so there is nothing to ask for'
      : `none of the instances was stored${instead(context)}, so there is nothing to ask for`;
  };
}

/** What the first store that came to nothing was told, and by whom: it need not have been the server itself. */
function instead({ recall }: ScenarioContext): string {
  const stores = STORES.flatMap((id) => recall(id)).filter(({ request }) => request.method === 'POST');
  const store = stores.find(({ response, failure }) => failure || !response || !isSuccess(response)) ?? stores[0];
  if (!store) return '';
  const { id, response, failure } = store;
  if (failure || !response) return ` (${id}: ${failure?.message ?? 'no answer'})`;
  const server = headerValue(response.headers, 'Server');
  return ` (${id} was answered ${statusLine(response)}${server ? ` by ${server.slice(0, 60)}` : ''})`;
}

/** The instances of the study, of the target series, or the target alone. */
export const ofStudy = ({ dataset }: ScenarioContext): readonly StoredInstance[] => dataset.instances;
export const ofSeries = ({ dataset }: ScenarioContext): readonly StoredInstance[] =>
  dataset.roles.targetSeries.instances;
export const ofTarget = ({ dataset }: ScenarioContext): readonly StoredInstance[] => [dataset.roles.target];
