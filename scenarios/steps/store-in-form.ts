import { sightOf } from '../../lib/answers/sight.ts';
import type { ByteSource } from '../../lib/bytes/byte-source.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { LookedFor } from '../../lib/judges/assess-served.ts';
import type { DoubtfulStore } from '../../lib/judges/store/malformed.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askForStored, metadataSettles } from './ask-until.ts';
import { see, tellingLooks } from './see-resource.ts';
import { recordAnswer } from './store-and-observe.ts';
import { studyForStores, takenStore } from './store-route.ts';

/** A body of a store request, and what its Content-Type field says; null leaves the field out. */
export interface StoreBody {
  readonly contentType: string | null;
  readonly body: ByteSource;
}

/**
 * A store in the usual form, with a look that shows what was stored. Null where there is none: one in another form would
 * show nothing then.
 */
export async function usualStore(context: ScenarioContext): Promise<LookedFor | null> {
  const instance = context.dataset.roles.target;
  const store = takenStore(context);
  await askForStored(context, () => context.dicomweb.retrieveMetadata(instance));
  const { exchange: look } = await see(context, instance);
  return store && sightOf(look, instance) === 'shown' ? { store, look, instance } : null;
}

/** Posts a body that is written already to where the server takes stores. */
export function postStore(
  context: ScenarioContext,
  instance: StoredInstance,
  { contentType, body }: StoreBody,
  headers: readonly (readonly [string, string])[] = [],
): Promise<Exchange> {
  const study = studyForStores(context, instance);
  return context.dicomweb.request('store', 'POST', study ? `/studies/${study}` : '/studies', {
    accept: 'application/dicom+json',
    headers: [...(contentType === null ? [] : [['Content-Type', contentType] as const]), ...headers],
    body,
  });
}

/** Stores an instance in a body that is written already, and looks for it. */
export async function storeAndLook(
  context: ScenarioContext,
  instance: StoredInstance,
  body: StoreBody,
): Promise<LookedFor> {
  const { dicomweb, ledger } = context;
  ledger.record(instance, 'sent');
  const store = await postStore(context, instance, body);
  const isRefused = store.response !== null && store.response.status >= 400;
  if (isRefused) ledger.record(instance, 'refused');
  const deadline = isRefused ? 0 : metadataSettles(context, Date.now());
  const described = await askForStored(context, () => dicomweb.retrieveMetadata(instance), [instance], deadline);
  const isSeen = sightOf(described, instance) === 'shown' || isRefused;
  const look = isSeen ? described : (await see(context, instance)).exchange;
  if (sightOf(look, instance) === 'shown') ledger.record(instance, 'observed');
  return { store, look, instance };
}

/**
 * Stores what a server may refuse, looks for it by metadata, search and, where these do not tell, retrieve, and keeps the
 * ledger: what is nowhere was refused or lost, what is shown has to be deleted.
 */
export async function storeInDoubt(
  context: ScenarioContext,
  instance: StoredInstance,
  body: StoreBody,
): Promise<DoubtfulStore> {
  const { dicomweb, ledger } = context;
  const hasLost = ledger.entries().some(({ state }) => state === 'missing');
  ledger.record(instance, 'sent');
  const store = await postStore(context, instance, body);
  recordAnswer(context, store, instance);
  const isOwed = ledger.holds(instance.instance);
  // A server that lost one is not waited for again, and what was refused is not on its way.
  if (isOwed && !hasLost) {
    const deadline = metadataSettles(context, Date.now());
    await askForStored(context, () => dicomweb.retrieveMetadata(instance), [instance], deadline);
  }
  const looks = await tellingLooks(context, instance);
  const sights = looks.map((look) => sightOf(look, instance));
  if (sights.includes('shown')) ledger.record(instance, 'observed');
  else if (sights.every((sight) => sight === 'absent')) ledger.record(instance, isOwed ? 'missing' : 'refused');
  return { store, looks, instance };
}
