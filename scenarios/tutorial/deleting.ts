import { sightOf } from '../../lib/answers/sight.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { ResourcePath } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { type DeleteEvidence, deleteIsRight } from '../../lib/judges/delete/delete.ts';
import { refusesMethodWithAllow, searchStatusesAreDefined } from '../../lib/judges/http/service-statuses.ts';
import { isUnknown } from '../../lib/judges/retrieve/unknown-resource.ts';
import { lastKeyOf } from '../../lib/judges/search/asked.ts';
import { expectedSearch } from '../../lib/judges/search/expected.ts';
import { searchForDeletedIsEmpty } from '../../lib/judges/search/matches.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askUntil } from '../steps/ask-until.ts';
import { isProperAnswer } from '../steps/proper-answer.ts';
import { retrieve, type Seen, searchFor, see } from '../steps/see-resource.ts';
import { answerTo, held } from '../steps/stored.ts';
import { SEARCH } from './search.ts';
import { STORE } from './store.ts';
import { lookAroundDeleted, type WhatIsGone } from './what-is-gone.ts';
import { lookAtWhatStays } from './what-stays.ts';

const NOWHERE: WhatIsGone = { retrieved: [], searched: [], values: [] };

/** Whether a delete was answered with success. */
export function succeeded({ response }: Exchange): boolean {
  return response !== null && response.status < 300;
}

/** At most this many siblings are looked at around a delete. */
const MOST_SIBLINGS = 10;

/** Deletes what `path` names, looks for it and for `others` afterwards, and judges all of that. */
export async function judgeDelete(
  context: ScenarioContext,
  path: ResourcePath,
  named: readonly StoredInstance[],
  others: readonly StoredInstance[],
  retrievedBy: string,
): Promise<DeleteEvidence> {
  const { dicomweb, target, ledger } = context;
  const own = pathOf(path);
  const members = held(context, named);
  const [member] = members;
  const memberUids = members.map(({ instance }) => instance);
  const siblings = held(context, others).slice(0, MOST_SIBLINGS);
  const seen = await see(context, own);
  const before = [seen.exchange];
  const siblingsSeen: Seen[] = [];
  for (const sibling of siblings) siblingsSeen.push(await see(context, pathOf(sibling)));
  const siblingsBefore = siblingsSeen.map(({ exchange }) => exchange);
  const deletion = await deletionOf(context, own, named).catch((error: unknown) => {
    // Where nothing may be deleted, what was answered so far is all there is to judge.
    context.judge(isProperAnswer(...before, ...siblingsBefore));
    throw error;
  });
  const wasDeleted = succeeded(deletion);
  const deadline = Date.now() + (wasDeleted ? target.profile.visibilityWindowMs : 0);
  const isGone = (exchange: Exchange) => sightOf(exchange, own) !== 'shown';
  const askForMetadata = () => dicomweb.retrieveMetadata(own);
  const askForAll = () => retrieve(dicomweb, own);
  const askForList = () => dicomweb.search(...searchFor(own));
  const atOnce = [await askForMetadata(), await askForAll(), await askForList()] as const;
  const untilGone = async (first: Exchange, ask: () => Promise<Exchange>) =>
    isGone(first) ? first : askUntil(context, deadline, ask, isGone);
  const metadata = await untilGone(atOnce[0], askForMetadata);
  const retrieved = await untilGone(atOnce[1], askForAll);
  const searched = await untilGone(atOnce[2], askForList);
  const siblingsAfter: Exchange[] = [];
  // What a server is slow to show again, or one replica of several does not have, is not lost.
  for (const [index, { way }] of siblingsSeen.entries()) {
    const sibling = siblings[index];
    const isThere = (one: Exchange) => sibling === undefined || sightOf(one, pathOf(sibling)) === 'shown';
    siblingsAfter.push(await askUntil(context, deadline, way, isThere));
  }
  const around = wasDeleted && member ? await lookAroundDeleted(context, own, member, deadline) : NOWHERE;
  // A route by which it never was shown tells nothing by not showing it.
  const isAlike = ({ request }: Exchange) => request.url === seen.exchange.request.url;
  const asked = [metadata, retrieved, searched].find(isAlike);
  const asBefore = asked ?? (await askUntil(context, deadline, seen.way, isGone));
  const isSeenGone = sightOf(asBefore, own) === 'absent';
  if (wasDeleted && isSeenGone && [metadata, ...around.retrieved].every((one) => sightOf(one, own) !== 'shown')) {
    for (const instance of named) if (ledger.holds(instance.instance)) ledger.record(instance, 'gone');
  }
  const isWhole = siblings.every((sibling, index) => {
    const after = siblingsAfter[index];
    return after && sightOf(after, pathOf(sibling)) === 'shown';
  });
  const isPart = 'series' in own && wasDeleted && isGone(asBefore);
  // Where a sibling is gone as well, DELETE-002 says it all.
  const rest = isPart && isWhole ? await lookAtWhatStays(context, own, held(context, others), deadline) : null;
  // A server need not offer all that is asked for around it: what it says nothing by is not judged.
  const telling = (exchange: Exchange) => exchange === asBefore || sightOf(exchange, own) !== 'unclear';
  const evidence: DeleteEvidence = {
    path: own,
    members: memberUids,
    deletion,
    before,
    atOnce,
    retrieved: [metadata, retrieved, ...around.retrieved, ...(rest?.retrieved ?? [])].filter(telling),
    searched: [searched, ...(asked ? [] : [asBefore]), ...around.searched, ...(rest?.searched ?? [])].filter(telling),
    values: around.values,
    siblings: siblings.flatMap((sibling, index) => {
      const [was, is] = [siblingsBefore[index], siblingsAfter[index]];
      return was && is ? [{ path: pathOf(sibling), before: was, after: is }] : [];
    }),
  };
  context.judge(
    isProperAnswer(
      deletion,
      metadata,
      retrieved,
      searched,
      ...around.retrieved,
      ...around.searched,
      ...around.values.map(({ after }) => after),
    ),
    deleteIsRight(evidence, target.profile),
    deletion.response?.status === 405 ? refusesMethodWithAllow(deletion) : [],
    rest?.findings ?? [],
  );
  const twin = answerTo(context, retrievedBy);
  // What is still there is no unknown resource: that it is, the judges of the delete say.
  if (twin && wasDeleted && isGone(retrieved)) context.judge(isUnknown(retrieved, twin));
  if (twin && wasDeleted && isGone(metadata)) context.judge(isUnknown(metadata, before[0] ?? twin));
  for (const { before: value, after } of around.values)
    if (after.response?.status !== 200) context.judge(isUnknown(after, value));
  context.judge(wasDeleted ? searchesAreEmpty(context, own, [searched, ...around.searched], others) : []);
  return evidence;
}

/** Larger ones, in bytes, are not retrieved once more to see what they hold: metadata and search list them. */
const MOST_BYTES = 256e6;

function deletionOf(
  { deletions }: ScenarioContext,
  path: ResourcePath,
  named: readonly StoredInstance[],
): Promise<Exchange> {
  if ('instance' in path) return deletions.instance(path);
  const isLarge = named.reduce((sum, { source }) => sum + source.length, 0) > MOST_BYTES;
  return deletions.whole(path, isLarge ? ['metadata', 'search'] : undefined);
}

/** Searches for what was deleted go on to be answered as any other search that finds nothing. */
function searchesAreEmpty(
  context: ScenarioContext,
  deleted: ResourcePath,
  [searched, ...around]: readonly [Exchange, ...Exchange[]],
  others: readonly StoredInstance[],
): Finding[] {
  const statuses = searchStatusesAreDefined(searched, ...around);
  // Below a study or series that is gone, not found is an answer as well.
  const isBelow = 'series' in deleted;
  const holdsOthers = held(context, others).some(
    ({ study, series }) => study === deleted.study && (!('instance' in deleted) || series === deleted.series),
  );
  const earlier = [...SEARCH, ...STORE].flatMap(({ id }) => context.recall(id));
  const twin = earlier.find(
    ({ request, response }) => request.url === searched.request.url && response?.status === 200,
  );
  const withoutValue = ({ request }: Exchange) => request.url.slice(0, request.url.lastIndexOf('='));
  const stored = context.dataset.instances.flatMap(({ study, series, instance }) => [study, series, instance]);
  const unmatched = earlier.filter(
    (one) => withoutValue(one) === withoutValue(searched) && !stored.includes(lastKeyOf(one).value),
  );
  if (!twin || sightOf(searched, deleted) === 'shown' || (isBelow && !holdsOthers)) return [statuses];
  const [resource] = searchFor(deleted);
  const stays = expectedSearch(held(context, others), resource);
  return [statuses, searchForDeletedIsEmpty(searched, twin, stays, unmatched)];
}

/** The path of a resource and nothing else that it may hold. */
export function pathOf(path: ResourcePath): ResourcePath {
  if ('instance' in path) return { study: path.study, series: path.series, instance: path.instance };
  return 'series' in path && typeof path.series === 'string'
    ? { study: path.study, series: path.series }
    : { study: path.study };
}
