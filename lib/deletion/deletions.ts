import { sightOf } from '../answers/sight.ts';
import type { DicomWebClient, InstancePath, SeriesPath, StudyPath } from '../dicomweb/operations.ts';
import { levelOf } from '../dicomweb/paths.ts';
import type { SendingOptions } from '../dicomweb/send.ts';
import { answeredUrl, type Exchange } from '../http/exchange.ts';
import { listsEverything, mayDeleteWhole, type OwnInstances } from '../portable/deletion-decision.ts';
import type { Account } from './account.ts';
import { asOwn, asStored, hiddenBy } from './as-stored.ts';
import { listBy, ROUTES, type Route, type RouteList } from './lists.ts';
import { otherSeries, sameName } from './other-lists.ts';
import { sendDelete } from './send-delete.ts';
import { type Tried, tryDeletion } from './trial-delete.ts';

/** Something may not be deleted: the message says why. Nothing was sent. */
export class UnsafeDeletion extends Error {
  override readonly name = 'UnsafeDeletion';
}

/** Deletes what the account says is ours, and nothing else. */
export interface Deletions {
  /**
   * Deletes one instance by its own path. It is retrieved first: under a UID that the run did not make it has to come back as
   * it was stored, under one that it made it must not come back as somebody else's.
   *
   * @throws UnsafeDeletion when the account does not have it, or the server gives back something else, or nothing under a UID
   *   of others.
   */
  instance(path: InstancePath): Promise<Exchange>;
  /**
   * Deletes a study or series as a whole, after `routes` have listed it: all of them unless it is too large to be
   * retrieved once more. @throws UnsafeDeletion when it holds anything else, or when that cannot be seen.
   */
  whole(path: StudyPath | SeriesPath, routes?: readonly Route[]): Promise<Exchange>;
}

/** So many instances that no list shows are looked for each: a server may acknowledge what it does not keep. */
const MOST_MISSING = 10;

/** What was seen of a server so far, that later deletions build on. */
export interface SeenOfServer {
  /** Routes that were seen to list everything of ours. */
  readonly worked: Set<Route>;
  /** What the trial of a DELETE came to; absent until one was needed. */
  tried?: Promise<Tried>;
}

/** The deletions of one run or scenario. */
export function createDeletions(
  sending: SendingOptions,
  dicomweb: DicomWebClient,
  account: Account,
  server: SeenOfServer = { worked: new Set() },
): Deletions {
  const { roots } = sending.target;

  const tried = (): Promise<Tried> => {
    const { trial } = account;
    server.tried ??= trial
      ? tryDeletion(sending, dicomweb, trial)
      : Promise.resolve({ why: 'whether a DELETE reaches what is read here cannot be tried' });
    return server.tried;
  };

  /** Why an instance must not be deleted as far as its content tells; null where it comes back as it was stored. */
  const otherThanStored = async (path: InstancePath): Promise<string | null> => {
    const stored = account.stored(path);
    if (stored === null) return 'what was stored under it is not known any more';
    const outcome = await tried();
    if ('why' in outcome) return outcome.why;
    const hidden = hiddenBy(outcome.hand, stored) ?? (await sameName(dicomweb, account, path));
    if (hidden !== null) return hidden;
    const exchange = await dicomweb.retrieveInstance(path);
    if (!isUnder(exchange, roots.retrieve)) return 'its retrieve is answered from elsewhere, behind a redirect';
    const seen = asStored(exchange, path, stored, outcome.hand);
    if (seen.kind === 'as stored') return null;
    return seen.kind === 'absent' ? 'it is not there' : seen.why;
  };

  /**
   * Why an instance under a UID of the run's own must not be deleted: somebody put another one in its place. A server that
   * changes whatever it takes is told by the trial, and one that gives nothing back is no reason.
   */
  const replaced = async (path: InstancePath): Promise<string | null> => {
    const stored = account.stored(path);
    if (stored === null) return null;
    const exchange = await dicomweb.retrieveInstance(path);
    const seen = asOwn(exchange, path, stored);
    if (seen.kind !== 'other') return null;
    const outcome = await tried();
    const isOther = 'hand' in outcome && asOwn(exchange, path, stored, outcome.hand).kind === 'other';
    return isOther ? seen.why : null;
  };

  const refusalToDeleteWhole = async (
    path: StudyPath | SeriesPath,
    routes: readonly Route[],
  ): Promise<string | null> => {
    const lists: RouteList[] = [];
    for (const by of routes) lists.push(await listBy(dicomweb, by, path));
    const own = await ownInstances(dicomweb, account, path, lists);
    const remembered = lists.map((list) => ({ ...list, hasWorked: server.worked.has(list.by) }));
    const telling = remembered.filter((list) => listsEverything(list, own));
    if (own.held.length > 0) for (const { by } of telling) server.worked.add(by);
    const decision = mayDeleteWhole(remembered, own);
    if (decision.kind !== 'whole') return decision.why;
    const other = (await otherSeries(dicomweb, account, path)) ?? (await sameName(dicomweb, account, path));
    if (other !== null) return other;
    if (own.held.length === 0 && !account.isOwnUid(path.study)) return 'nothing of ours is seen under a UID of others';
    // A list from elsewhere says nothing of the archive that the DELETE goes to, unless a DELETE was seen to act on both.
    if (!telling.some(({ exchanges }) => exchanges.every((one) => isUnder(one, roots.delete)))) {
      const outcome = await tried();
      if ('why' in outcome) return `the lists are not of where DELETE is sent; ${outcome.why}`;
    }
    for (const instance of own.held.filter((uid) => !account.isOwnUid(uid))) {
      const found = lists.flatMap(({ held }) => held ?? []).find((one) => one.instance === instance);
      const series = 'series' in path ? path.series : found?.series;
      const why = series
        ? await otherThanStored({ study: path.study, series, instance })
        : 'no list says in which series it is';
      if (why !== null) return `instance ${instance} may be somebody else's: ${why}`;
    }
    return null;
  };

  return {
    async instance(path) {
      const { study, series, instance } = path;
      const named = { study, series, instance };
      if (!account.isOurs(named)) {
        throw new UnsafeDeletion(`instance ${instance} may be somebody else's: this run did not store it`);
      }
      const refusal = () => (account.isOwnUid(instance) ? replaced(named) : otherThanStored(named));
      const why = await refusal();
      if (why !== null) throw new UnsafeDeletion(`instance ${instance} may be somebody else's: ${why}`);
      // To send it again is another DELETE: the first may have acted, and somebody may have stored since.
      return sendDelete(sending, named, refusal);
    },
    async whole(path, routes = ROUTES) {
      const named = 'series' in path ? { study: path.study, series: path.series } : { study: path.study };
      const refusal = (): Promise<string | null> => refusalToDeleteWhole(named, routes);
      const why = await refusal();
      if (why !== null) throw new UnsafeDeletion(`the ${levelOf(named)} was not deleted as a whole: ${why}`);
      return sendDelete(sending, named, refusal);
    },
  };
}

/**
 * What is known of our instances in a study or series: those that the account has as held, and what any list shows. One that no list shows and that is answered not found by itself
 * is not there: it does not make a list incomplete. Where none is listed at all, not found is not believed.
 */
async function ownInstances(
  dicomweb: DicomWebClient,
  account: Account,
  path: StudyPath | SeriesPath,
  lists: readonly RouteList[],
): Promise<OwnInstances> {
  const listed = new Set(lists.flatMap(({ instances }) => instances ?? []));
  const held = account.held(path);
  const missing = held.filter(({ instance }) => !listed.has(instance));
  const absent = new Set<string>();
  if (missing.length < held.length && missing.length <= MOST_MISSING) {
    for (const one of missing) {
      if (sightOf(await dicomweb.retrieveMetadata(one), one) === 'absent') absent.add(one.instance);
    }
  }
  const isOurs = (instance: string): boolean => account.isOurs({ ...path, instance });
  const known = [...held.map(({ instance }) => instance), ...[...listed].filter(isOurs)];
  return { isOurs, held: [...new Set(known)].filter((uid) => !absent.has(uid)) };
}

/** Whether an answer came from below a root, and not from where a redirect led. */
function isUnder(exchange: Exchange, root: string): boolean {
  return answeredUrl(exchange).startsWith(`${root}/studies/`);
}
