import { openInstance, type StoredInstance } from '../../lib/dicom/instance.ts';
import { restampUids } from '../../lib/dicom/restamp.ts';
import { newUid } from '../../lib/dicom/uid.ts';
import type {
  DicomWebClient,
  InstancePath,
  QueryParameters,
  ResourcePath,
  SearchResource,
} from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { type DeleteEvidence, deleteIsRight, deletesEveryLevelAlike } from '../../lib/judges/delete.ts';
import { refusesMethodWithAllow } from '../../lib/judges/service-statuses.ts';
import { sightOf } from '../../lib/judges/sight.ts';
import { isUnknown } from '../../lib/judges/unknown-resource.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from './answers.ts';
import { askUntil } from './ask-until.ts';
import { RETRIEVE_FRAMES } from './frames.ts';
import { RETRIEVE_INSTANCE, RETRIEVE_SERIES, RETRIEVE_STUDY } from './retrieve.ts';
import { answerTo, held, needsAny, ofSeries, ofStudy, ofTarget } from './stored.ts';
import { storeAndObserve } from './storing.ts';
import { lookAtWhatStays, WHAT_STAYS } from './what-stays.ts';

const COMMON_TO_DELETES = {
  service: 'delete',
  covers: [...EVERY_ANSWER, 'DELETE-001', 'DELETE-003', 'DELETE-005', 'WADO-RS-018'],
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
  covers: [...COMMON_TO_DELETES.covers, 'DELETE-002', 'DELETE-004'],
  id: 'T20',
  title: 'deletes the study, and nothing is left of it',
  features: ['deleteStudy'],
  needs: [RETRIEVE_STUDY.id, DELETE_INSTANCE.id, DELETE_SERIES.id],
  obstacle: needsAny(ofStudy),
  async play(context) {
    const { dataset, target } = context;
    const earlier = [DELETE_INSTANCE, DELETE_SERIES].flatMap(({ id }) => recalledDelete(context, id));
    const bystanders = earlier.some(({ deletion }) => succeeded(deletion)) ? [await storeBystander(context)] : [];
    const evidence = await judgeDelete(context, dataset, dataset.instances, bystanders, RETRIEVE_STUDY.id);
    context.judge(deletesEveryLevelAlike([...earlier, evidence], target.profile));
  },
};

/**
 * Stores a copy of one instance under fresh UIDs: a study of our own that the delete of the other one must not touch.
 * Only where deleting has been seen to work, since it is cleaned up in the same way.
 */
async function storeBystander(context: ScenarioContext): Promise<StoredInstance> {
  const { study, series, instance, source } = context.dataset.roles.target;
  const uids = new Map([study, series, instance].map((uid) => [uid, newUid()]));
  const bystander = openInstance(restampUids(source, uids), 'a bystander');
  await storeAndObserve(context, [bystander]);
  return bystander;
}

function succeeded({ response }: Exchange): boolean {
  return response !== null && response.status < 300;
}

/** At most this many siblings are looked at around a delete. */
const MOST_SIBLINGS = 10;

async function judgeDelete(
  context: ScenarioContext,
  path: ResourcePath,
  named: readonly StoredInstance[],
  others: readonly StoredInstance[],
  retrievedBy: string,
): Promise<DeleteEvidence> {
  const { dicomweb, target, ledger } = context;
  const own = pathOf(path);
  const siblings = held(context, others).slice(0, MOST_SIBLINGS);
  const before = [await dicomweb.retrieveMetadata(own)];
  const siblingsBefore = await metadataOfEach(dicomweb, siblings);
  const deletion = await dicomweb.delete(own);
  const wasDeleted = succeeded(deletion);
  const deadline = Date.now() + (wasDeleted ? target.profile.visibilityWindowMs : 0);
  const isGone = (exchange: Exchange) => sightOf(exchange, own) !== 'shown';
  const metadata = await askUntil(context, deadline, () => dicomweb.retrieveMetadata(own), isGone);
  const retrieved = await askUntil(context, deadline, () => retrieve(dicomweb, own), isGone);
  const searched = await askUntil(context, deadline, () => dicomweb.search(...searchFor(own)), isGone);
  const siblingsAfter = await metadataOfEach(dicomweb, siblings);
  if (wasDeleted && sightOf(metadata, own) === 'absent') {
    for (const instance of named) if (ledger.holds(instance.instance)) ledger.record(instance, 'gone');
  }
  const isWhole = siblings.every((sibling, index) => {
    const after = siblingsAfter[index];
    return after && sightOf(after, pathOf(sibling)) === 'shown';
  });
  const isPart = 'series' in own && wasDeleted && isGone(metadata);
  // Where a sibling is gone as well, DELETE-002 says it all.
  const rest = isPart && isWhole ? await lookAtWhatStays(context, own, held(context, others), deadline) : null;
  const evidence: DeleteEvidence = {
    path: own,
    deletion,
    before,
    retrieved: [metadata, retrieved, ...(rest?.retrieved ?? [])],
    searched: [searched, ...(rest?.searched ?? [])],
    frames: 'instance' in own && wasDeleted ? await framesOf(context, own) : [],
    siblings: siblings.flatMap((sibling, index) => {
      const [was, is] = [siblingsBefore[index], siblingsAfter[index]];
      return was && is ? [{ path: pathOf(sibling), before: was, after: is }] : [];
    }),
  };
  context.judge(
    isProperAnswer(deletion, metadata, retrieved, searched),
    deleteIsRight(evidence, target.profile),
    deletion.response?.status === 405 ? refusesMethodWithAllow(deletion) : [],
    rest?.findings ?? [],
  );
  const twin = answerTo(context, retrievedBy);
  // What is still there is no unknown resource: that it is, the judges of the delete say.
  if (twin && wasDeleted && isGone(retrieved)) context.judge(isUnknown(retrieved, twin));
  if (twin && wasDeleted && isGone(metadata)) context.judge(isUnknown(metadata, before[0] ?? twin));
  return evidence;
}

/** Frames are often kept apart from the rest: the first one is asked for where there was one before. */
async function framesOf(context: ScenarioContext, instance: InstancePath): Promise<Exchange[]> {
  const before = answerTo(context, RETRIEVE_FRAMES.id);
  return before?.response?.status === 200 ? [await context.dicomweb.retrieveFrames(instance, [1])] : [];
}

function pathOf(path: ResourcePath): ResourcePath {
  if ('instance' in path) return { study: path.study, series: path.series, instance: path.instance };
  return 'series' in path && typeof path.series === 'string'
    ? { study: path.study, series: path.series }
    : { study: path.study };
}

async function metadataOfEach(dicomweb: DicomWebClient, instances: readonly StoredInstance[]): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const instance of instances) exchanges.push(await dicomweb.retrieveMetadata(instance));
  return exchanges;
}

function retrieve(dicomweb: DicomWebClient, path: ResourcePath): Promise<Exchange> {
  if ('instance' in path) return dicomweb.retrieveInstance(path);
  return 'series' in path ? dicomweb.retrieveSeries(path) : dicomweb.retrieveStudy(path);
}

function searchFor(path: ResourcePath): [SearchResource, QueryParameters] {
  if ('instance' in path) {
    return [{ level: 'instances', study: path.study, series: path.series }, [['SOPInstanceUID', path.instance]]];
  }
  if ('series' in path) return [{ level: 'series', study: path.study }, [['SeriesInstanceUID', path.series]]];
  return [{ level: 'studies' }, [['StudyInstanceUID', path.study]]];
}

/** The delete of an earlier scenario, as far as the judge of all levels needs it. */
function recalledDelete(context: ScenarioContext, scenario: string): DeleteEvidence[] {
  const exchanges = context.recall(scenario);
  const [before] = exchanges;
  const deletion = exchanges.find(({ request }) => request.method === 'DELETE');
  if (!before || !deletion) return [];
  const { dataset } = context;
  const path =
    scenario === DELETE_INSTANCE.id
      ? pathOf(dataset.roles.target)
      : { study: dataset.study, series: dataset.roles.targetSeries.uid };
  return [{ path, deletion, before: [before], retrieved: [], searched: [], siblings: [] }];
}
