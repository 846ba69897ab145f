import { retrieveUrlsOfStore } from '../../lib/answers/links.ts';
import { saysNoSuchResource } from '../../lib/answers/served.ts';
import { sightOf } from '../../lib/answers/sight.ts';
import { isFormatOfItsOwn } from '../../lib/answers/store-response.ts';
import { withDiscarded } from '../../lib/answers/stored/discarded.ts';
import { sightOfStored } from '../../lib/answers/stored/whereabouts.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { storeStatusesAreDefined } from '../../lib/judges/http/service-statuses.ts';
import { dicomJsonIsRight } from '../../lib/judges/json/dicom-json.ts';
import { keepsWhatWasStored } from '../../lib/judges/retrieve/fidelity.ts';
import { storeAnswerIsInTheTypeAskedFor, storeAnswerLocatesWhatItCreated } from '../../lib/judges/store/answer.ts';
import { storeResponseIsRight, warningsAreGiven } from '../../lib/judges/store/module.ts';
import { hasResourceForStores, takesStoresIntoStudy } from '../../lib/judges/store/offered.ts';
import { storeOutcomeOf } from '../../lib/judges/store/outcome.ts';
import { answers200WhenAllAreStored } from '../../lib/judges/store/status.ts';
import {
  storedIsDescribed,
  storedIsFound,
  storedIsSomewhere,
  whereUnseen,
} from '../../lib/judges/store/stored-is-observed.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import type { Profile } from '../../lib/target/profile.ts';
import { followRetrieveUrls } from '../steps/follow-links.ts';
import { JSON_FORM } from '../steps/json-requirements.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { TUTORIAL_IDS } from '../steps/scenario-ids.ts';
import { type ObservedStore, storeAndObserve, storeOtherwise } from '../steps/store-and-observe.ts';

const STOW = [
  '006',
  '013',
  '014',
  '015',
  '016',
  '017',
  '018',
  '021',
  '022',
  '023',
  '025',
  '027',
  '028',
  '032',
  '041',
].map((n) => `STOW-${n}`);

const COMMON_TO_STORES = {
  service: 'store',
  covers: [...EVERY_ANSWER, ...JSON_FORM, ...STOW, 'QIDO-065'],
  proves: ['STOW-006', 'STOW-016', 'STOW-032'],
  features: ['store'],
} as const;

const INTO_STUDY = [...COMMON_TO_STORES.covers, 'STOW-002'];

/** Largest number of instances, and of bytes, that one request of a larger data set carries. */
const MOST_INSTANCES = 50;
const MOST_BYTES = 256e6;

export const STORE: readonly Scenario[] = [
  {
    ...COMMON_TO_STORES,
    id: TUTORIAL_IDS.storeOne,
    title: 'stores a single instance',
    obstacle: () => null,
    async play(context) {
      const observed = await storeAndObserve(context, [context.dataset.roles.first]);
      await judgeStore(context, observed);
      if (saysNoSuchResource(observed.exchange) && !isSeen(observed))
        context.judge(hasResourceForStores(observed.exchange));
      await storeOtherwise(context, observed, 'named');
    },
  },
  {
    ...COMMON_TO_STORES,
    id: TUTORIAL_IDS.storeIntoStudy,
    title: 'stores an instance into the study that is named',
    covers: INTO_STUDY,
    obstacle: ({ dataset }) => (dataset.roles.second ? null : 'the data set has one instance only'),
    async play(context) {
      const { second } = context.dataset.roles;
      if (second) await storeIntoStudy(context, [second]);
    },
  },
  {
    ...COMMON_TO_STORES,
    id: TUTORIAL_IDS.storeTheRest,
    title: 'stores the rest of the study',
    covers: INTO_STUDY,
    obstacle: ({ dataset }) => (dataset.roles.rest.length > 0 ? null : 'the data set has no further instance'),
    async play(context) {
      for (const batch of batches(context.dataset.roles.rest)) await storeIntoStudy(context, batch);
    },
  },
];

async function storeIntoStudy(
  context: ScenarioContext,
  sent: readonly [StoredInstance, ...StoredInstance[]],
): Promise<void> {
  const observed = await storeAndObserve(context, sent, context.dataset.study);
  await judgeStore(context, observed);
  const offered = [takesStoresIntoStudy(observed.exchange, sent)];
  context.judge(isSeen(observed) ? offered : whereUnseen(offered));
  await storeOtherwise(context, observed, 'unnamed');
}

async function judgeStore(context: ScenarioContext, observed: ObservedStore): Promise<void> {
  const { sent, exchange, metadata, polls, whereabouts } = observed;
  const { profile } = context.target;
  const claims = [
    answers200WhenAllAreStored(exchange, sent, profile, whereabouts),
    ...storeResponseIsRight(exchange, storeOutcomeOf(exchange, sent), profile),
    warningsAreGiven(exchange),
    storeAnswerIsInTheTypeAskedFor(exchange),
    storeAnswerLocatesWhatItCreated(exchange, sent),
  ];
  const isLost = whereabouts.every((one) => sightOfStored(one) === 'absent');
  context.judge(
    isProperAnswer(exchange),
    storeStatusesAreDefined(exchange),
    isSeen(observed) ? claims : whereUnseen(claims),
    exchange.response && isFormatOfItsOwn(exchange.response) ? [] : dicomJsonIsRight(exchange),
    // Where nothing is, no search finds it and no URL leads to it: that it was lost says it all.
    isLost ? [] : storedIsFound(exchange, sent.slice(0, 1), polls, profile.visibilityWindowMs),
    storedIsSomewhere(exchange, whereabouts),
    storedIsDescribed(exchange, sent.slice(0, 1), metadata, profile),
    retrievedInstead(observed, profile),
  );
  if (isLost) return;
  const ofStudy = context.dataset.instances.filter(({ instance }) => context.ledger.holds(instance));
  const instancesOf = (uid: string) => (uid === '' ? ofStudy : sent.filter(({ instance }) => instance === uid));
  // That an item is of nothing that was sent, STOW-016 and -017 say.
  const isOfSent = (uid: string) => uid === '' || sent.some(({ instance }) => instance === uid);
  const urls = retrieveUrlsOfStore(exchange).filter(({ uid }) => isOfSent(uid));
  context.judge(await followRetrieveUrls(context, 'STOW-022', exchange, urls, instancesOf));
}

/** Whether the first instance of a store was seen on the server. */
function isSeen({ sent: [first], whereabouts }: ObservedStore): boolean {
  return whereabouts.some((one) => one.instance === first && sightOfStored(one) === 'shown');
}

/** What was stored as a retrieve returned it, where its metadata could not be had. */
function retrievedInstead(
  { exchange, sent, metadata, whereabouts }: ObservedStore,
  profile: Profile,
): readonly Finding[] {
  const [first] = sent;
  if (sightOf(metadata, first) === 'shown') return [];
  return whereabouts
    .filter(({ instance }) => instance === first)
    .flatMap(({ looks }) => looks)
    .filter((look) => look.exchange.operation === 'retrieve instance' && sightOf(look.exchange, first) === 'shown')
    .map((look) => keepsWhatWasStored(look.exchange, withDiscarded([first], [exchange], profile)));
}

/** A large data set goes in several requests, so that no server has to take it whole. */
export function batches(instances: readonly StoredInstance[]): [StoredInstance, ...StoredInstance[]][] {
  const result: [StoredInstance, ...StoredInstance[]][] = [];
  let bytes = 0;
  for (const instance of instances) {
    const batch = result.at(-1);
    if (batch && batch.length < MOST_INSTANCES && bytes + instance.source.length <= MOST_BYTES) {
      batch.push(instance);
      bytes += instance.source.length;
    } else {
      result.push([instance]);
      bytes = instance.source.length;
    }
  }
  return result;
}
