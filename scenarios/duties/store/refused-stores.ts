import { copyInstance } from '../../../fixtures/copy-instance.ts';
import { smallestOf } from '../../../fixtures/dataset.ts';
import { sightOf } from '../../../lib/answers/sight.ts';
import { acknowledgesAll, storeModuleOf } from '../../../lib/answers/store-response.ts';
import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import { newUid } from '../../../lib/dicom/uid.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { storeStatusesAreDefined } from '../../../lib/judges/http/service-statuses.ts';
import { failureReasonFits } from '../../../lib/judges/store/forms.ts';
import {
  failuresHaveAReason,
  itemsHaveTheSentUids,
  refusedInstancesAreListed,
  storedInstancesAreListed,
  successHoldsTheModule,
} from '../../../lib/judges/store/module.ts';
import { takesStoresIntoStudy } from '../../../lib/judges/store/offered.ts';
import type { StoreOutcome } from '../../../lib/judges/store/outcome.ts';
import {
  answers202WhenPartIsStored,
  answers409WhenNothingIsStored,
  explainsARefusal,
  otherStudiesAreNotStored,
} from '../../../lib/judges/store/status.ts';
import { unlessUnseen } from '../../../lib/judges/store/stored-is-observed.ts';
import type { Finding } from '../../../lib/results/finding.ts';
import type { ScenarioContext } from '../../../lib/run/context.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { isDicomJson } from '../../steps/json-form.ts';
import { JSON_FORM } from '../../steps/json-requirements.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { STORES } from '../../steps/scenario-ids.ts';
import { tellingLooks } from '../../steps/see-resource.ts';
import { storeAndObserve } from '../../steps/store-and-observe.ts';
import { needsAny, ofStudy } from '../../steps/stored.ts';

const COMMON_TO_REFUSALS = {
  service: 'store',
  features: ['store'],
  obstacle: needsAny(ofStudy),
} as const;

const MODULE = ['STOW-017', 'STOW-018', 'STOW-019'];

export const PARTIAL_STORE: Scenario = {
  ...COMMON_TO_REFUSALS,
  id: 'partial-store',
  title: 'stores what belongs into a study, and says that it is a part of what was sent',
  covers: [
    ...EVERY_ANSWER,
    ...JSON_FORM,
    ...MODULE,
    'STOW-002',
    'STOW-007',
    'STOW-012',
    'STOW-013',
    'STOW-016',
    'STOW-041',
  ],
  proves: ['STOW-007', 'STOW-012'],
  copies: 2,
  async play(context) {
    const twin = twinOf(context);
    if (!twin) return;
    const one = copyInstance(smallestOf(context.dataset));
    const stranger = copyInstance(smallestOf(context.dataset));
    const { exchange, metadata, polls } = await storeAndObserve(context, [one, stranger], one.study);
    const seen = [metadata, ...polls.slice(-1).map((poll) => poll.exchange)];
    const looks = await tellingLooks(context, stranger);
    const isKept =
      looks.some((look) => sightOf(look, stranger) === 'shown') || (await isFiledIn(context, one, stranger));
    keepAccount(context, stranger, looks);
    context.judge(
      isProperAnswer(exchange),
      storeStatusesAreDefined(exchange),
      isDicomJson(exchange),
      unlessNothingIsSeen(context, [
        answers202WhenPartIsStored(exchange, [one, stranger], [...seen, ...looks]),
        otherStudiesAreNotStored(stranger, looks, twin),
        ...(isSuccess(exchange) ? [successHoldsTheModule(exchange), takesStoresIntoStudy(exchange, [one])] : []),
        // A server that refuses the whole lists the other instance as well, and may.
        ...(isSuccess(exchange) ? listsThem(exchange, { stored: [one], refused: [stranger] }, isKept) : []),
      ]),
    );
  },
};

export const REFUSED_STORE: Scenario = {
  ...COMMON_TO_REFUSALS,
  id: 'refused-store',
  title: 'refuses a store of which nothing belongs into the study, and says why',
  covers: [
    ...EVERY_ANSWER,
    ...JSON_FORM,
    ...MODULE,
    'STOW-008',
    'STOW-012',
    'STOW-016',
    'STOW-020',
    'STOW-026',
    'STOW-041',
  ],
  proves: ['STOW-008', 'STOW-012'],
  copies: 1,
  async play(context) {
    const twin = twinOf(context);
    if (!twin) return;
    const stranger = copyInstance(smallestOf(context.dataset));
    const { exchange } = await storeAndObserve(context, [stranger], newUid());
    const looks = await tellingLooks(context, stranger);
    const isAbsent = looks.every((look) => sightOf(look, stranger) === 'absent');
    keepAccount(context, stranger, looks);
    context.judge(
      isProperAnswer(exchange),
      storeStatusesAreDefined(exchange),
      isDicomJson(exchange),
      unlessNothingIsSeen(context, [
        answers409WhenNothingIsStored(exchange, twin),
        explainsARefusal(exchange, twin),
        otherStudiesAreNotStored(stranger, looks, twin),
        ...(exchange.response && storeModuleOf(exchange.response)
          ? [
              ...listsThem(exchange, { stored: [], refused: [stranger] }, !isAbsent),
              ...(isAbsent ? [failureReasonFits(exchange, stranger)] : []),
            ]
          : []),
      ]),
    );
  },
};

/** The tutorial's store into the study that is named, or its first one: what differs here is whose instance is sent. */
function twinOf({ recall }: ScenarioContext): Exchange | undefined {
  const [alone, into] = STORES.map((id) => recall(id).find(({ request }) => request.method === 'POST'));
  return into ?? alone;
}

/** On a server that shows nothing of what it takes, not to be shown says nothing either. */
function unlessNothingIsSeen({ dataset, recall }: ScenarioContext, findings: readonly Finding[]): readonly Finding[] {
  const looks = STORES.flatMap((id) => recall(id));
  const isSeen = dataset.instances.some((instance) => looks.some((look) => sightOf(look, instance) === 'shown'));
  return isSeen ? findings : unlessUnseen(findings, dataset.instances, []);
}

/** Whether the server filed an instance in the study of another one, to which it did not belong. */
async function isFiledIn(
  { dicomweb }: ScenarioContext,
  { study }: StoredInstance,
  stranger: StoredInstance,
): Promise<boolean> {
  const search = await dicomweb.search({ level: 'instances', study }, [['SOPInstanceUID', stranger.instance]]);
  return sightOf(search, stranger) === 'shown';
}

/** What is nowhere to be seen was refused, whatever the status of the whole. */
function keepAccount({ ledger }: ScenarioContext, stranger: StoredInstance, looks: readonly Exchange[]): void {
  if (looks.every((look) => sightOf(look, stranger) === 'absent')) ledger.record(stranger, 'refused');
}

function isSuccess({ response }: Exchange): boolean {
  return response !== null && response.status < 300;
}

/** Whoever stored all, and says so, has nothing to list as refused: that it was stored is the breach. */
function listsThem(exchange: Exchange, outcome: StoreOutcome, isKept: boolean): readonly Finding[] {
  const sent = [...outcome.stored, ...outcome.refused];
  const module = exchange.response && storeModuleOf(exchange.response);
  if (isKept && module && acknowledgesAll(module, sent)) return [];
  return [
    storedInstancesAreListed(exchange, outcome),
    refusedInstancesAreListed(exchange, outcome),
    itemsHaveTheSentUids(exchange, sent),
    failuresHaveAReason(exchange),
  ];
}
