import type { SearchLevel } from '../../answers/levels.ts';
import { isBusy, isSuccess, statusLine } from '../../answers/response.ts';
import { hasSameContent } from '../../answers/same-content.ts';
import { instancesIn, sightOf } from '../../answers/sight.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { ResourcePath } from '../../dicomweb/operations.ts';
import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Claim, Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';

/** Something that a delete must not touch, and answers about it before and after. */
interface Sibling {
  readonly path: ResourcePath;
  readonly before: Exchange;
  readonly after: Exchange;
}

/** A delete with what was seen around it. Without a sight of the resource before, nothing about the delete is judged. */
export interface DeleteEvidence {
  readonly path: ResourcePath;
  /** SOP Instance UIDs of the instances that the resource held. */
  readonly members: readonly string[];
  readonly deletion: Exchange;
  /** Retrieve, metadata or search answers that show the resource. */
  readonly before: readonly Exchange[];
  /** Answers about the resource right after the delete, which a server may be slow to change. */
  readonly atOnce?: readonly Exchange[];
  /** Retrieve and metadata answers about the resource afterwards. */
  readonly retrieved: readonly Exchange[];
  /** Search answers that would list the resource afterwards. */
  readonly searched: readonly Exchange[];
  readonly siblings: readonly Sibling[];
  /** Answers for frames, bulk data and pictures of the resource. */
  readonly values?: readonly LookedForValue[];
}

/** The same request for frames, bulk data or a picture, before and after the delete. */
export interface LookedForValue {
  readonly before: Exchange;
  readonly after: Exchange;
}

const FEATURES = { study: 'deleteStudy', series: 'deleteSeries', instance: 'deleteInstance' } as const;
const UNCLAIMED = [405, 501];
/** Successes that RFC 9110 §9.3.5 has for DELETE; 200 comes with a description of what was done. */
const SUCCESSES = [200, 202, 204];
const WHERE = { kind: 'exchange' } as const;
const STATUS = { kind: 'status' } as const;

export function levelOf(path: ResourcePath): SearchLevel {
  return 'instance' in path ? 'instance' : 'series' in path ? 'series' : 'study';
}

function withArticle(path: ResourcePath): string {
  return 'instance' in path ? 'an instance' : `a ${levelOf(path)}`;
}

function claimOf(path: ResourcePath, profile: Profile): Claim {
  return profile.features[FEATURES[levelOf(path)]];
}

function exchangesOf({ deletion, before, retrieved, searched }: DeleteEvidence): Exchange[] {
  return [deletion, ...before, ...retrieved, ...searched];
}

/** Whether the resource was seen beforehand; says so when it was not. */
function existed({ before, path }: DeleteEvidence, a: Assessment): boolean {
  if (before.some((exchange) => sightOf(exchange, path) === 'shown')) return true;
  a.cannot('prerequisite-failed', `the ${levelOf(path)} was not seen before the delete`);
  return false;
}

/** The success answer of a delete of something that existed; null after saying why the effect cannot be judged. */
function succeeded(evidence: DeleteEvidence, profile: Profile, a: Assessment): ExchangeResponse | null {
  const response = completeResponse(evidence.deletion, a);
  if (!response || !existed(evidence, a)) return null;
  if (isSuccess(response)) return response;
  const isClaimed = claimOf(evidence.path, profile) === 'yes';
  const reason = !isClaimed && UNCLAIMED.includes(response.status) ? 'not-claimed' : 'prerequisite-failed';
  a.cannot(reason, `nothing was deleted: ${statusLine(response)}`);
  return null;
}

/** One assertion on what an answer shows; an unclear answer is none. */
function assessSight(
  exchange: Exchange,
  path: ResourcePath,
  wanted: 'shown' | 'absent',
  a: Assessment,
  wrong: () => SeenBreach,
): void {
  const sight = sightOf(exchange, path);
  const level = levelOf(path);
  if (sight === 'unclear') {
    a.cannot('prerequisite-failed', `${exchange.id} does not tell whether the ${level} is there`);
    return;
  }
  a.about(exchange).must(sight === wanted, wrong);
}

/** What it means that an answer still shows what was deleted: nothing went, a part stayed, or this answer alone has it. */
function stillThere(evidence: DeleteEvidence, { operation, request }: Exchange): SeenBreach {
  const { path, searched } = evidence;
  const level = levelOf(path);
  const { left, of } = instancesLeft(evidence);
  if (left > 0 && left < of) return breach('delete-left-instances', WHERE, { level, left, of });
  if (hadNoEffect(evidence)) return breach('delete-without-effect', WHERE, { level, operation });
  const isSearch = searched.some((exchange) => exchange.request === request);
  return breach(isSearch ? 'deleted-still-found' : 'deleted-still-retrieved', WHERE, { level, operation });
}

/**
 * Whether every answer that tells still shows what was deleted. A search that is answered 404 does not: there may be no
 * such resource.
 */
function hadNoEffect({ path, retrieved, searched }: DeleteEvidence): boolean {
  const telling = [...retrieved, ...searched.filter(({ response }) => response?.status !== 404)];
  const sights = telling.map((answer) => sightOf(answer, path)).filter((sight) => sight !== 'unclear');
  return sights.length > 0 && sights.every((sight) => sight === 'shown');
}

/** How many of the instances a request that was sent before the delete shows after it. */
function instancesLeft({ before, retrieved, members }: DeleteEvidence): { readonly left: number; readonly of: number } {
  const after = retrieved.find(({ request }) => before.some((earlier) => earlier.request.url === request.url));
  const shown = after && instancesIn(after);
  return { left: members.filter((uid) => shown?.includes(uid)).length, of: members.length };
}

/** DELETE-001: a delete that was answered with success removes what it names. */
export function deletesWhatItNames(evidence: DeleteEvidence, profile: Profile): Finding {
  const claim = `deletes the ${levelOf(evidence.path)} that is named`;
  return assess('DELETE-001', claim, exchangesOf(evidence), (a) => {
    if (!succeeded(evidence, profile, a)) return;
    for (const exchange of evidence.retrieved)
      assessSight(exchange, evidence.path, 'absent', a, () => stillThere(evidence, exchange));
  });
}

/** DELETE-002: a delete removes nothing else. */
export function deletesNothingElse(evidence: DeleteEvidence, profile: Profile): Finding {
  const { deletion, siblings, path } = evidence;
  const exchanges = [deletion, ...evidence.before, ...siblings.flatMap(({ before, after }) => [before, after])];
  return assess('DELETE-002', `deletes nothing but the ${levelOf(path)} that is named`, exchanges, (a) => {
    if (!succeeded(evidence, profile, a)) return;
    for (const sibling of siblings) {
      if (sightOf(sibling.before, sibling.path) === 'shown') {
        const { operation } = sibling.after;
        const from = whereFrom(sibling.path, path);
        const particulars = { level: levelOf(path), operation, ...othersGone(siblings), from };
        assessSight(sibling.after, sibling.path, 'shown', a, () => breach('deleted-another', WHERE, particulars));
      } else a.cannot('prerequisite-failed', `the sibling was not seen before the delete (${sibling.before.id})`);
    }
  });
}

/** The lowest level at which a sibling and what was deleted are not the same. */
function whereFrom(sibling: ResourcePath, deleted: ResourcePath): SearchLevel {
  if (sibling.study !== deleted.study) return 'study';
  const isOfSeries = 'series' in sibling && 'series' in deleted && sibling.series === deleted.series;
  return isOfSeries ? 'instance' : 'series';
}

function othersGone(siblings: readonly Sibling[]): { readonly gone: number; readonly of: number } {
  const seen = siblings.filter(({ before, path }) => sightOf(before, path) === 'shown');
  return { gone: seen.filter(({ after, path }) => sightOf(after, path) === 'absent').length, of: seen.length };
}

/** DELETE-003: success is the documented status, or one of RFC 9110 where none is documented; 204 has no content. */
export function answersADeleteAsDocumented(evidence: DeleteEvidence, profile: Profile): Finding {
  const claim = `answers ${successesOf(evidence.path, profile).join(' or ')} to a delete that succeeded`;
  return assess('DELETE-003', claim, [evidence.deletion, ...evidence.before], (a) => {
    const response = completeResponse(evidence.deletion, a);
    if (!response || !existed(evidence, a)) return;
    const claimed = claimOf(evidence.path, profile);
    if (claimed === 'no') {
      a.cannot(
        'not-claimed',
        `deleting ${withArticle(evidence.path)} is not claimed and was answered ${statusLine(response)}`,
      );
      return;
    }
    if (isBusy(response)) a.cannot('prerequisite-failed', `the server says that it is busy: ${statusLine(response)}`);
    else if (claimed === 'yes') assessDeleteStatus(response, evidence, profile, a.must, a);
    else assessUnclaimedDelete(response, evidence, profile, a);
  });
}

/**
 * 200 and 204 say that the delete was enacted, 202 that it will be (RFC 9110 §9.3.5, a SHOULD). Whatever shows that it is gone by
 * one answer was enacted: others may lag.
 */
function assessEnacted(status: number, evidence: DeleteEvidence, a: Assessment): void {
  const { atOnce = [], path } = evidence;
  const [first] = atOnce;
  const isLate = first !== undefined && atOnce.every((one) => sightOf(one, path) === 'shown') && isGone(evidence);
  if (!isLate || status === 202) return;
  const particulars = { level: levelOf(path), status };
  a.about(evidence.deletion).should(false, () => breach('delete-enacted-later', STATUS, particulars));
}

/** Statuses that a delete which was done may be answered with. */
function successesOf(path: ResourcePath, profile: Profile): readonly number[] {
  if (claimOf(path, profile) === 'yes') return profile.statuses.delete;
  return [...new Set([...SUCCESSES, ...profile.statuses.delete])];
}

function assessDeleteStatus(
  response: ExchangeResponse,
  evidence: DeleteEvidence,
  profile: Profile,
  grade: Assessment['must'],
  a: Assessment,
): void {
  const { status, body, headers } = response;
  grade(successesOf(evidence.path, profile).includes(status), () => wrongStatus(response, evidence, profile));
  if (isSuccess(response)) assessEnacted(status, evidence, a);
  if (status !== 204) return;
  const announced = Number(headerValue(headers, 'Content-Length') ?? 0);
  const bytes = Math.max(body.length, announced);
  a.must(bytes === 0, () => breach('delete-content-with-204', { kind: 'bytes', offset: 0 }, { bytes }));
}

/** What a wrong status says: another success, a refusal, or a failure although what was named is gone. */
function wrongStatus(response: ExchangeResponse, evidence: DeleteEvidence, profile: Profile): SeenBreach {
  const { status } = response;
  const particulars = { status, expected: successesOf(evidence.path, profile).map(String) };
  if (isSuccess(response)) return breach('delete-success-status', STATUS, particulars);
  const level = levelOf(evidence.path);
  return breach(isGone(evidence) ? 'delete-done-answered-failure' : 'delete-refused', STATUS, {
    level,
    ...particulars,
  });
}

function isGone({ path, retrieved }: DeleteEvidence): boolean {
  return retrieved.length > 0 && retrieved.every((exchange) => sightOf(exchange, path) === 'absent');
}

/** The product says nothing about delete: what it does not offer is not held against it, what it breaks is. */
function assessUnclaimedDelete(
  response: ExchangeResponse,
  evidence: DeleteEvidence,
  profile: Profile,
  a: Assessment,
): void {
  const { status } = response;
  if (isSuccess(response)) assessDeleteStatus(response, evidence, profile, a.should, a);
  else if (UNCLAIMED.includes(status)) a.cannot('not-claimed', `the server does not delete: ${statusLine(response)}`);
  else if (status === 401 || status === 403) a.cannot('prerequisite-failed', `not permitted: ${statusLine(response)}`);
  else {
    if (status === 404 && !isGone(evidence)) {
      a.cannot('not-claimed', `the server does not delete: ${statusLine(response)}`);
      return;
    }
    const grade = status >= 500 || isGone(evidence) ? a.must : a.should;
    grade(false, () => wrongStatus(response, evidence, profile));
  }
}

/**
 * DELETE-004: study, series and instance are deleted alike, as far as the product claims these levels. No clause asks
 * for all of them: a server without claims may say that it does not offer one.
 */
export function deletesEveryLevelAlike(evidences: readonly DeleteEvidence[], profile: Profile): Finding {
  const exchanges = evidences.map(({ deletion }) => deletion);
  return assess('DELETE-004', 'deletes studies, series and instances alike', exchanges, (a) => {
    const judged = evidences.flatMap((evidence) => {
      const response = completeResponse(evidence.deletion, a);
      const isDisclaimed = claimOf(evidence.path, profile) === 'no';
      return response && !isDisclaimed && existed(evidence, a)
        ? [{ path: evidence.path, response, deletion: evidence.deletion }]
        : [];
    });
    const levels = new Set(judged.map(({ path }) => levelOf(path)));
    if (!judged.some(({ response }) => isSuccess(response))) {
      if (judged.length > 0) a.cannot('not-claimed', 'no level can be deleted');
      return;
    }
    if (levels.size < 2) {
      a.cannot('not-exercised', `only the ${[...levels].join()} level was tried`);
      return;
    }
    for (const { path, response, deletion } of judged) {
      const isClaimed = claimOf(path, profile) === 'yes';
      if (UNCLAIMED.includes(response.status) && !isClaimed) {
        a.note(`deleting ${withArticle(path)} is not offered: ${statusLine(response)}`);
        continue;
      }
      const level = a.about(deletion);
      const grade = isClaimed ? level.must : level.should;
      const { status } = response;
      grade(isSuccess(response) || ![404, ...UNCLAIMED].includes(status), () => {
        const expected = profile.statuses.delete.map(String);
        return breach('delete-refused', STATUS, { level: levelOf(path), status, expected });
      });
    }
  });
}

/** DELETE-005: what was deleted is gone from search and from retrieve alike. */
export function deletedIsGoneEverywhere(evidence: DeleteEvidence, profile: Profile): Finding {
  const claim = `shows the deleted ${levelOf(evidence.path)} nowhere`;
  const { retrieved, searched, path, values = [] } = evidence;
  const answers = values.map(({ after }) => after);
  return assess('DELETE-005', claim, [...exchangesOf(evidence), ...answers], (a) => {
    if (!succeeded(evidence, profile, a)) return;
    if (retrieved.length === 0 || searched.length === 0) {
      a.cannot('not-exercised', 'the resource was not looked for by both search and retrieve');
    }
    if (hadNoEffect(evidence)) {
      a.cannot('prerequisite-failed', 'nothing was deleted: DELETE-001 says so');
      return;
    }
    for (const exchange of [...retrieved, ...searched])
      assessSight(exchange, path, 'absent', a, () => stillThere(evidence, exchange));
    for (const { before, after } of values) {
      const { id, operation, response, failure } = after;
      if (!response || failure) continue;
      const { status } = response;
      const particulars = { level: levelOf(path), operation, status };
      // A page, an empty answer or other bytes are not the value.
      if (status !== 200) a.holds();
      else if (before.response && hasSameContent(before.response, response))
        a.about(after).must(false, () => breach('deleted-value-still-answered', STATUS, particulars));
      else a.cannot('prerequisite-failed', `${id} is answered ${statusLine(response)} with something else than before`);
    }
  });
}

/** DELETE-005: what was deleted does not come back when something else is deleted or stored. `later` asks for its study. */
export function deletedStaysAway(evidence: DeleteEvidence, later: readonly Exchange[], profile: Profile): Finding {
  const { path, deletion, retrieved, searched } = evidence;
  const stillShown = new Set(
    [...retrieved, ...searched].filter((one) => sightOf(one, path) === 'shown').map(({ request }) => request.url),
  );
  const claim = `does not bring the deleted ${levelOf(path)} back`;
  return assess('DELETE-005', claim, [deletion, ...retrieved, ...later], (a) => {
    if (!succeeded(evidence, profile, a)) return;
    if (!retrieved.some((exchange) => sightOf(exchange, path) === 'absent')) {
      a.cannot('prerequisite-failed', `the ${levelOf(path)} was not seen to be gone`);
      return;
    }
    for (const exchange of later) {
      // What never went from an answer cannot come back to it.
      if (stillShown.has(exchange.request.url)) {
        a.cannot('prerequisite-failed', `the ${levelOf(path)} was not seen to be gone`);
        continue;
      }
      const particulars = { level: levelOf(path), operation: exchange.operation };
      assessSight(exchange, path, 'absent', a, () => breach('deleted-came-back', WHERE, particulars));
    }
  });
}

/** DELETE-001, -002, -003 and -005 over one delete. */
export function deleteIsRight(evidence: DeleteEvidence, profile: Profile): readonly Finding[] {
  return [
    deletesWhatItNames(evidence, profile),
    deletesNothingElse(evidence, profile),
    answersADeleteAsDocumented(evidence, profile),
    deletedIsGoneEverywhere(evidence, profile),
  ];
}
