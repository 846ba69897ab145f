import type { ByteSource } from '../../lib/bytes/byte-source.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { sightOf } from '../../lib/judges/sight.ts';
import type { LookedFor } from '../../lib/judges/unquoted-type.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askForStored } from '../tutorial/ask-until.ts';
import { STORE } from '../tutorial/store.ts';

/**
 * A store in the usual form, with a look that shows what was stored. Null where there is none: one in another form would
 * show nothing then.
 */
export async function usualStore(context: ScenarioContext): Promise<LookedFor | null> {
  const { dicomweb, dataset, recall } = context;
  const store = STORE.flatMap(({ id }) => recall(id)).find(({ request }) => request.method === 'POST');
  const instance = dataset.roles.target;
  const look = await askForStored(context, () => dicomweb.retrieveMetadata(instance));
  return store && sightOf(look, instance) === 'shown' ? { store, look, instance } : null;
}

/** Stores a copy in a body that is written already, and looks for it. */
export async function storeAs(
  context: ScenarioContext,
  instance: StoredInstance,
  contentType: string,
  body: ByteSource,
): Promise<LookedFor> {
  const { dicomweb, ledger, target } = context;
  ledger.record(instance, 'sent');
  const store = await dicomweb.request('store', 'POST', '/studies', {
    accept: 'application/dicom+json',
    headers: [['Content-Type', contentType]],
    body,
  });
  const isRefused = store.response !== null && store.response.status >= 400;
  if (isRefused) ledger.record(instance, 'refused');
  const deadline = isRefused ? 0 : Date.now() + target.profile.visibilityWindowMs;
  const look = await askForStored(context, () => dicomweb.retrieveMetadata(instance), [instance], deadline);
  if (sightOf(look, instance) === 'shown') ledger.record(instance, 'observed');
  return { store, look, instance };
}
