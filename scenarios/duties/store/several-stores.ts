import { copyInstance } from '../../../fixtures/copy-instance.ts';
import { smallestOf } from '../../../fixtures/dataset.ts';
import { isServed } from '../../../lib/answers/served.ts';
import { withDiscarded } from '../../../lib/answers/stored/discarded.ts';
import { sightOfStored } from '../../../lib/answers/stored/whereabouts.ts';
import { memorySource } from '../../../lib/bytes/byte-source.ts';
import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { storeStatusesAreDefined } from '../../../lib/judges/http/service-statuses.ts';
import { keepsWhatWasStored } from '../../../lib/judges/retrieve/fidelity.ts';
import { storeResponseIsRight } from '../../../lib/judges/store/module.ts';
import { storeOutcomeOf } from '../../../lib/judges/store/outcome.ts';
import {
  answers202BesideAnUnreadablePart,
  keepsWhatIsStoredAtOnce,
  storedTwiceIsThereOnce,
  storesSeveralStudies,
  takesChunkedStore,
  tellsOfUnreadablePart,
} from '../../../lib/judges/store/several.ts';
import { storedIsFound, storedIsSomewhere, unlessUnseen } from '../../../lib/judges/store/stored-is-observed.ts';
import type { ScenarioContext } from '../../../lib/run/context.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { askForStored, metadataSettles } from '../../steps/ask-until.ts';
import { isDicomJson } from '../../steps/json-form.ts';
import { JSON_FORM } from '../../steps/json-requirements.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { searchForInstance } from '../../steps/search-for-instance.ts';
import { lookFor, recordAnswer, storeAndObserve } from '../../steps/store-and-observe.ts';
import { studyForStores, takenStore } from '../../steps/store-route.ts';
import { needsAny, ofStudy } from '../../steps/stored.ts';

export const SEVERAL_STORES: Scenario = {
  id: 'several-stores',
  service: 'store',
  title: 'stores several studies in one request, in chunks, and what is stored again once',
  covers: [
    ...EVERY_ANSWER,
    ...JSON_FORM,
    ...['STOW-001', 'STOW-013', 'STOW-014', 'STOW-016', 'STOW-017', 'STOW-018', 'STOW-021', 'STOW-025', 'STOW-027'],
    ...['STOW-007', 'STOW-029', 'STOW-031', 'STOW-032', 'STOW-041', 'QIDO-065'],
  ],
  proves: ['STOW-001', 'STOW-029', 'STOW-031'],
  features: ['store'],
  obstacle: needsAny(ofStudy),
  copies: 7,
  async play(context) {
    const smallest = smallestOf(context.dataset);
    const first = copyInstance(smallest);
    const mixture = [first, copyInstance(smallest, first), copyInstance(smallest)] as const;
    const exchange = await judgeMixture(context, mixture);
    const usual = isServed(exchange) ? exchange : takenStore(context);
    const later = copyInstance(smallest, { study: first.study });
    const chunked = await storeInChunks(context, later);
    context.judge(
      isProperAnswer(chunked.exchange),
      takesChunkedStore(chunked.exchange, chunked.whereabouts, usual ?? exchange),
    );
    const together = [1, 2].map(() => copyInstance(smallest, { study: first.study }));
    context.judge(keepsWhatIsStoredAtOnce(await storeAtOnce(context, together), chunked.whereabouts));
    await judgeUnreadablePart(context, await judgeRepetition(context, isServed(exchange) ? first : later));
  },
};

/** Stores them in one request, two of one series and one of another study, and judges the answer and what is there. */
async function judgeMixture(
  context: ScenarioContext,
  sent: readonly [StoredInstance, ...StoredInstance[]],
): Promise<Exchange> {
  const { target, dicomweb } = context;
  const { exchange, polls, whereabouts } = await storeAndObserve(context, sent);
  const deadline = metadataSettles(context, Date.now());
  const looks = [];
  const retrieved = [];
  for (const one of sent) {
    looks.push(await askForStored(context, () => dicomweb.retrieveMetadata(one), [one], deadline));
    retrieved.push(await askForStored(context, () => dicomweb.retrieveInstance(one), [one], deadline));
  }
  context.judge(
    isProperAnswer(exchange, ...looks, ...retrieved),
    storeStatusesAreDefined(exchange),
    storesSeveralStudies(exchange, whereabouts),
    unlessUnseen(storeResponseIsRight(exchange, storeOutcomeOf(exchange, sent), target.profile), sent, looks),
    whereabouts.every((one) => sightOfStored(one) === 'absent')
      ? []
      : storedIsFound(exchange, sent.slice(0, 1), polls, target.profile.visibilityWindowMs),
    retrieved.map((one, index) =>
      keepsWhatWasStored(one, withDiscarded(sent.slice(index, index + 1), [exchange], target.profile)),
    ),
  );
  return exchange;
}

async function storeInChunks(context: ScenarioContext, instance: StoredInstance) {
  const { dicomweb, ledger } = context;
  ledger.record(instance, 'sent');
  const headers = [['Transfer-Encoding', 'chunked']] as const;
  const exchange = await dicomweb.store([instance.source], studyForStores(context, instance), { headers });
  recordAnswer(context, exchange, instance);
  return { exchange, whereabouts: await lookFor(context, exchange, instance, [], Date.now()) };
}

/** Stores each instance in a request of its own, all at the same time. */
async function storeAtOnce(context: ScenarioContext, instances: readonly StoredInstance[]) {
  const { dicomweb, ledger } = context;
  for (const instance of instances) ledger.record(instance, 'sent');
  const exchanges = await Promise.all(
    instances.map((one) => dicomweb.store([one.source], studyForStores(context, one))),
  );
  context.judge(isProperAnswer(...exchanges));
  const answered = Date.now();
  const stores = [];
  for (const [index, exchange] of exchanges.entries()) {
    const instance = instances[index];
    if (!instance) continue;
    recordAnswer(context, exchange, instance);
    stores.push({ exchange, whereabouts: await lookFor(context, exchange, instance, [], answered) });
  }
  return stores;
}

/** Stored again as the only one. The ledger has it already: it is there in any case. Gives the store that repeats it. */
async function judgeRepetition(context: ScenarioContext, stored: StoredInstance): Promise<Exchange> {
  const { dicomweb } = context;
  const { source } = stored;
  const study = studyForStores(context, stored);
  const { resource, found: before } = await searchForInstance(context, stored);
  const again = await dicomweb.store([source], study);
  const after = await dicomweb.search(resource, [['SOPInstanceUID', stored.instance]]);
  context.judge(isProperAnswer(before, again, after), storedTwiceIsThereOnce(again, stored, before, after));
  return again;
}

/** Stores an instance beside a part that is none; `twin` stores one alone. A new one shows by being there that it was stored. */
async function judgeUnreadablePart(context: ScenarioContext, twin: Exchange): Promise<void> {
  const { dicomweb, ledger } = context;
  const instance = copyInstance(smallestOf(context.dataset));
  ledger.record(instance, 'sent');
  const parts = [instance.source, memorySource(Buffer.from('This is no DICOM file.'))] as const;
  const exchange = await dicomweb.store(parts, studyForStores(context, instance));
  recordAnswer(context, exchange, instance);
  const whereabouts = await lookFor(context, exchange, instance, [], Date.now());
  context.judge(
    isProperAnswer(exchange),
    isDicomJson(exchange),
    tellsOfUnreadablePart(exchange, instance, twin),
    answers202BesideAnUnreadablePart(exchange, whereabouts),
    storedIsSomewhere(exchange, [whereabouts]),
  );
}
