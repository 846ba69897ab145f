import { isServed, saysNoSuchResource } from '../../lib/answers/served.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { STORES } from './scenario-ids.ts';

/** The stores of the study, in order. */
function stores({ recall }: ScenarioContext): readonly Exchange[] {
  return STORES.flatMap((id) => recall(id)).filter(({ request }) => request.method === 'POST');
}

/** A store that the server took; its first one where it took none. */
export function takenStore(context: ScenarioContext): Exchange | undefined {
  const all = stores(context);
  return all.find(isServed) ?? all[0];
}

/**
 * The study that a store has to name on a server which takes none otherwise; undefined where `/studies` is the place for
 * any instance, as it has to be.
 */
export function studyForStores(context: ScenarioContext, { study }: StoredInstance): string | undefined {
  const [first, ...others] = stores(context);
  return first && saysNoSuchResource(first) && others.some(isServed) ? study : undefined;
}
