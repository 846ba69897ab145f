import { copyInstance } from '../../fixtures/copy-instance.ts';
import { sightOf } from '../../lib/answers/sight.ts';
import { sightOfStored } from '../../lib/answers/stored/whereabouts.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { resourcePath } from '../../lib/dicomweb/paths.ts';
import { type DeleteEvidence, deletedStaysAway, deletesEveryLevelAlike } from '../../lib/judges/delete/delete.ts';
import { faultyInputIsNoServerError } from '../../lib/judges/http/service-statuses.ts';
import { storedInstancesAreListed } from '../../lib/judges/store/module.ts';
import { keepsWhatIsStoredAgain } from '../../lib/judges/store/several.ts';
import { answers200WhenAllAreStored } from '../../lib/judges/store/status.ts';
import {
  storedIsDescribed,
  storedIsFound,
  storedIsSomewhere,
  unlessUnseen,
} from '../../lib/judges/store/stored-is-observed.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { lookFor, recordAnswer, storeAndObserve } from '../steps/store-and-observe.ts';
import { studyForStores } from '../steps/store-route.ts';
import { held, needsAny, ofSeries, ofStudy, ofTarget } from '../steps/stored.ts';
import { judgeDelete, pathOf, succeeded } from './deleting.ts';
import { RETRIEVE_INSTANCE, RETRIEVE_SERIES, RETRIEVE_STUDY } from './retrieve.ts';
import { WHAT_STAYS } from './what-stays.ts';

const COMMON_TO_DELETES = {
  service: 'delete',
  covers: [...EVERY_ANSWER, 'DELETE-001', 'DELETE-003', 'DELETE-005', 'QIDO-006', 'QIDO-068', 'WADO-RS-018'],
  proves: ['DELETE-001', 'DELETE-005'],
} as const;

export const DELETE_INSTANCE: Scenario = {
  ...COMMON_TO_DELETES,
  covers: [...COMMON_TO_DELETES.covers, ...WHAT_STAYS, 'DELETE-002'],
  id: 'T18',
  title: 'deletes one instance and nothing else',
  features: ['deleteInstance'],
  needs: [RETRIEVE_INSTANCE.id],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { target } = context.dataset.roles;
    const siblings = context.dataset.instances.filter((instance) => instance !== target);
    await judgeDelete(context, target, [target], siblings, RETRIEVE_INSTANCE.id);
  },
};

export const DELETE_SERIES: Scenario = {
  ...COMMON_TO_DELETES,
  covers: [...COMMON_TO_DELETES.covers, ...WHAT_STAYS, 'DELETE-002'],
  id: 'T19',
  title: 'deletes one series and nothing else',
  features: ['deleteSeries'],
  needs: [RETRIEVE_SERIES.id],
  obstacle: needsAny(ofSeries),
  async play(context) {
    const { study, roles, instances } = context.dataset;
    const path = { study, series: roles.targetSeries.uid };
    const siblings = instances.filter(({ series }) => series !== path.series);
    await judgeDelete(context, path, roles.targetSeries.instances, siblings, RETRIEVE_SERIES.id);
  },
};

export const DELETE_STUDY: Scenario = {
  ...COMMON_TO_DELETES,
  covers: [
    ...COMMON_TO_DELETES.covers,
    'DELETE-002',
    'COMMON-029',
    'DELETE-004',
    'QIDO-065',
    'STOW-006',
    'STOW-016',
    'STOW-032',
  ],
  id: 'T20',
  title: 'deletes the study, and nothing is left of it',
  features: ['deleteStudy'],
  needs: [RETRIEVE_STUDY.id, DELETE_INSTANCE.id, DELETE_SERIES.id],
  obstacle: (context) => (wasSeenToDelete(context) ? null : needsAny(ofStudy)(context)),
  async play(context) {
    const { dataset, target } = context;
    const isDeleting = wasSeenToDelete(context);
    const named = await whatIsLeft(context);
    // A study of our own that the delete of the other one must not touch.
    const bystanders = isDeleting ? [await storeCopy(context, copyInstance(dataset.roles.target))] : [];
    const earlier = earlierDeletes(context);
    const evidence = await judgeDelete(context, dataset, named, bystanders, RETRIEVE_STUDY.id);
    context.judge(
      deletesEveryLevelAlike([...earlier, evidence], target.profile),
      earlier.map((one) => deletedStaysAway(one, evidence.before, target.profile)),
    );
    // A client that missed the answer asks again.
    const isGone = evidence.retrieved.every((exchange) => sightOf(exchange, evidence.path) === 'absent');
    if (succeeded(evidence.deletion) && isGone) {
      const again = await context.deletions.whole({ study: dataset.study });
      context.judge(isProperAnswer(again), faultyInputIsNoServerError(again));
    }
    for (const one of bystanders) if (context.ledger.holds(one.instance)) await storeAgainAfterDelete(context, one);
  },
};

/** Only where deleting has been seen to work is a copy stored, since it is cleaned up in the same way. */
function wasSeenToDelete(context: ScenarioContext): boolean {
  return earlierDeletes(context).some(({ deletion }) => succeeded(deletion));
}

function earlierDeletes(context: ScenarioContext): readonly DeleteEvidence[] {
  return [DELETE_INSTANCE, DELETE_SERIES].flatMap(({ id }) => recalledDelete(context, id));
}

/** What the study has to be deleted. After the delete of its only series, that is a copy in a series of its own. */
async function whatIsLeft(context: ScenarioContext): Promise<readonly StoredInstance[]> {
  const { instances, study, roles } = context.dataset;
  if (held(context, instances).length > 0) return instances;
  return [await storeCopy(context, copyInstance(roles.target, { study }))];
}

/** Stores a copy of one instance under fresh UIDs, and judges the store. */
async function storeCopy(context: ScenarioContext, copy: StoredInstance): Promise<StoredInstance> {
  const { sent, exchange, metadata, polls, whereabouts } = await storeAndObserve(
    context,
    [copy],
    studyForStores(context, copy),
  );
  const claims = [
    answers200WhenAllAreStored(exchange, sent, context.target.profile, whereabouts),
    storedInstancesAreListed(exchange, { stored: sent, refused: [] }),
  ];
  const isLost = whereabouts.every((one) => sightOfStored(one) === 'absent');
  context.judge(
    unlessUnseen(claims, sent, [metadata, ...polls.map((poll) => poll.exchange)]),
    isLost ? [] : storedIsFound(exchange, sent, polls, context.target.profile.visibilityWindowMs),
    storedIsSomewhere(exchange, whereabouts),
    storedIsDescribed(exchange, sent, metadata, context.target.profile),
  );
  return copy;
}

/** Deletes a copy, whose UIDs nobody else has, and stores it again. */
async function storeAgainAfterDelete(context: ScenarioContext, copy: StoredInstance): Promise<void> {
  const { dicomweb, deletions, ledger } = context;
  const path = pathOf(copy);
  const deletion = await deletions.instance(copy);
  const gone = await dicomweb.retrieveMetadata(copy);
  if (!succeeded(deletion) || sightOf(gone, path) !== 'absent') return;
  ledger.record(copy, 'gone');
  ledger.record(copy, 'sent');
  const exchange = await dicomweb.store([copy.source], studyForStores(context, copy));
  recordAnswer(context, exchange, copy);
  const whereabouts = await lookFor(context, exchange, copy, [], Date.now());
  context.judge(isProperAnswer(exchange), keepsWhatIsStoredAgain({ exchange, whereabouts }));
}

/** The delete of an earlier scenario, as far as the judge of all levels needs it. */
function recalledDelete(context: ScenarioContext, scenario: string): DeleteEvidence[] {
  const exchanges = context.recall(scenario);
  const { dataset } = context;
  const path =
    scenario === DELETE_INSTANCE.id
      ? pathOf(dataset.roles.target)
      : { study: dataset.study, series: dataset.roles.targetSeries.uid };
  // A DELETE may have been tried on another instance first.
  const deletion = exchanges.find(
    ({ request }) => request.method === 'DELETE' && request.url.endsWith(resourcePath(path)),
  );
  if (!deletion) return [];
  const earlier = exchanges.slice(0, exchanges.indexOf(deletion));
  const before = earlier.find((exchange) => sightOf(exchange, path) === 'shown') ?? exchanges[0];
  if (!before) return [];
  // The same was asked before and after.
  const later = exchanges.slice(exchanges.indexOf(deletion));
  const retrieved = later.filter(({ request }) => request.url === before.request.url).slice(-1);
  const searched = later.filter((one) => !retrieved.includes(one) && sightOf(one, path) === 'shown');
  return [{ path, members: [], deletion, before: [before], retrieved, searched, siblings: [] }];
}
