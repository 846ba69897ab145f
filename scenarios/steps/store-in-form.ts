import { sightOf } from '../../lib/answers/sight.ts';
import type { CutWait } from '../../lib/answers/stored/whereabouts.ts';
import type { ByteSource } from '../../lib/bytes/byte-source.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { LookedFor } from '../../lib/judges/assess-served.ts';
import type { DoubtfulStore } from '../../lib/judges/store/malformed.ts';
import { LONGEST_WINDOWS } from '../../lib/judges/store/stored-is-observed.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askForStored, waitForStore } from './ask-until.ts';
import { see, tellingLooks } from './see-resource.ts';
import { recordAnswer } from './store-and-observe.ts';
import { studyForStores, takenStore } from './store-route.ts';

const PAUSE_MS = 200;

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
): Promise<LookedFor & { readonly cut?: CutWait }> {
  const { dicomweb, ledger } = context;
  ledger.record(instance, 'sent');
  const store = await postStore(context, instance, body);
  const isRefused = store.response !== null && store.response.status >= 400;
  if (isRefused) ledger.record(instance, 'refused');
  // What was refused is not on its way.
  if (isRefused) return { store, look: await dicomweb.retrieveMetadata(instance), instance };
  const ask = async () => [(await see(context, instance)).exchange] as const;
  const { looks, ...waited } = await lookUntilShown(context, 'a store in another form', instance, Date.now(), ask);
  const [look] = looks;
  if (sightOf(look, instance) === 'shown') ledger.record(instance, 'observed');
  return { store, look, instance, ...waited };
}

/** A body that a server may or has to refuse, and the instance that is in it. */
export interface DoubtfulBody {
  readonly instance: StoredInstance;
  readonly body: StoreBody;
}

/**
 * Stores what a server may or has to refuse, all of it before anything is looked for: so each may be on its way for its
 * whole time, and that passes once. What is looked for tells whether it is there all the same.
 */
export async function storeInDoubt(
  context: ScenarioContext,
  bodies: readonly DoubtfulBody[],
): Promise<readonly DoubtfulStore[]> {
  const { ledger } = context;
  const stores: Exchange[] = [];
  for (const { instance, body } of bodies) {
    ledger.record(instance, 'sent');
    const store = await postStore(context, instance, body);
    recordAnswer(context, store, instance);
    stores.push(store);
  }
  const answered = Date.now();
  const doubtful: DoubtfulStore[] = [];
  for (const [index, { instance }] of bodies.entries()) {
    const store = stores[index];
    if (store) doubtful.push({ store, instance, ...(await lookInDoubt(context, instance, answered)) });
  }
  return doubtful;
}

/** Looks for an instance, and records in the ledger what that showed. What was refused is not on its way. */
async function lookInDoubt(
  context: ScenarioContext,
  instance: StoredInstance,
  answered: number,
): Promise<Pick<DoubtfulStore, 'looks' | 'cut'>> {
  const { ledger } = context;
  const isOwed = ledger.holds(instance.instance);
  const ask = () => tellingLooks(context, instance);
  const waited = isOwed
    ? await lookUntilShown(context, 'a store in doubt', instance, answered, ask)
    : { looks: await ask() };
  const sights = waited.looks.map((look) => sightOf(look, instance));
  if (sights.includes('shown')) ledger.record(instance, 'observed');
  else if (sights.every((sight) => sight === 'absent')) ledger.record(instance, isOwed ? 'missing' : 'refused');
  return waited;
}

/** Looks for what was stored at `answered` (of `Date.now()`) until it is shown, for as long as it may be on its way. */
async function lookUntilShown<Looks extends readonly Exchange[]>(
  context: ScenarioContext,
  what: string,
  instance: StoredInstance,
  answered: number,
  ask: () => Promise<Looks>,
): Promise<{ readonly looks: Looks; readonly cut?: CutWait }> {
  const ofMs = LONGEST_WINDOWS * context.target.profile.visibilityWindowMs;
  const attempt = async () => {
    const waitedMs = Date.now() - answered;
    const looks = await ask();
    const isSettled = looks.some((look) => sightOf(look, instance) === 'shown');
    return { found: { looks, waitedMs, isSettled }, isSettled };
  };
  const last = await waitForStore(context, what, answered + ofMs, attempt, [PAUSE_MS]);
  const { looks, waitedMs, isSettled } = last;
  return isSettled || waitedMs >= ofMs ? { looks } : { looks, cut: { waitedMs, ofMs } };
}
