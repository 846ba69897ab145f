import { copyInstance } from '../../fixtures/copy-instance.ts';
import { smallestOf } from '../../fixtures/dataset.ts';
import { sightOf } from '../../lib/answers/sight.ts';
import type { ByteSource } from '../../lib/bytes/byte-source.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { LookedFor } from '../../lib/judges/assess-served.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import type { Profile } from '../../lib/target/profile.ts';
import { askForStored, metadataSettles } from '../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { see } from '../steps/see-resource.ts';
import { studyForStores, takenStore } from '../steps/store-route.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

/** A form of the store request that a server has to take as it takes the usual one. */
interface StoreForm extends Pick<Scenario, 'id' | 'title'> {
  readonly requirement: string;
  readonly write: (content: ByteSource) => { readonly contentType: string; readonly body: ByteSource };
  readonly judge: (store: LookedFor, twin: LookedFor, profile: Profile) => Finding;
}

/** Stores a copy of an instance in another form, once the usual one was seen to work. */
export function storesAs({ id, title, requirement, write, judge }: StoreForm): Scenario {
  return {
    id,
    service: 'store',
    title,
    covers: [...EVERY_ANSWER, requirement],
    proves: [requirement],
    features: ['store', 'metadata'],
    obstacle: needsAny(ofTarget),
    copies: 1,
    async play(context) {
      const twin = await usualStore(context);
      if (!twin) return;
      const copy = copyInstance(smallestOf(context.dataset));
      const { contentType, body } = write(copy.source);
      const stored = await storeAndLook(context, copy, contentType, body);
      context.judge(isProperAnswer(stored.store, stored.look), judge(stored, twin, context.target.profile));
    },
  };
}

/**
 * A store in the usual form, with a look that shows what was stored. Null where there is none: one in another form would
 * show nothing then.
 */
async function usualStore(context: ScenarioContext): Promise<LookedFor | null> {
  const instance = context.dataset.roles.target;
  const store = takenStore(context);
  await askForStored(context, () => context.dicomweb.retrieveMetadata(instance));
  const { exchange: look } = await see(context, instance);
  return store && sightOf(look, instance) === 'shown' ? { store, look, instance } : null;
}

/** Stores a copy in a body that is written already, and looks for it. */
async function storeAndLook(
  context: ScenarioContext,
  instance: StoredInstance,
  contentType: string,
  body: ByteSource,
): Promise<LookedFor> {
  const { dicomweb, ledger } = context;
  ledger.record(instance, 'sent');
  const store = await dicomweb.request(
    'store',
    'POST',
    studyForStores(context, instance) ? `/studies/${instance.study}` : '/studies',
    {
      accept: 'application/dicom+json',
      headers: [['Content-Type', contentType]],
      body,
    },
  );
  const isRefused = store.response !== null && store.response.status >= 400;
  if (isRefused) ledger.record(instance, 'refused');
  const deadline = isRefused ? 0 : metadataSettles(context, Date.now());
  const described = await askForStored(context, () => dicomweb.retrieveMetadata(instance), [instance], deadline);
  const isSeen = sightOf(described, instance) === 'shown' || isRefused;
  const look = isSeen ? described : (await see(context, instance)).exchange;
  if (sightOf(look, instance) === 'shown') ledger.record(instance, 'observed');
  return { store, look, instance };
}
