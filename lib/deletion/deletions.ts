import { sightOf } from '../answers/sight.ts';
import type { DicomWebClient, InstancePath, ResourcePath, SeriesPath, StudyPath } from '../dicomweb/operations.ts';
import { levelOf, resourcePath } from '../dicomweb/paths.ts';
import type { SendingOptions } from '../dicomweb/send.ts';
import { answeredUrl, type Exchange } from '../http/exchange.ts';
import { type Decision, listsEverything, mayDeleteWhole, type OwnInstances } from '../portable/deletion-decision.ts';
import type { Account } from './account.ts';
import { listBy, ROUTES, type Route, type RouteList } from './lists.ts';
import { sendDelete } from './send-delete.ts';

/** Something may not be deleted: the message says why. Nothing was sent. */
export class UnsafeDeletion extends Error {
  override readonly name = 'UnsafeDeletion';
}

/** Deletes what the account says is ours, and nothing else. */
export interface Deletions {
  /** Deletes one instance by its own path. @throws UnsafeDeletion when the account does not have it. */
  instance(path: InstancePath): Promise<Exchange>;
  /**
   * Deletes a study or series as a whole, after `routes` have listed it: all of them unless it is too large to be
   * retrieved once more. @throws UnsafeDeletion when it holds anything else, or when that cannot be seen.
   */
  whole(path: StudyPath | SeriesPath, routes?: readonly Route[]): Promise<Exchange>;
}

/** So many instances that no list shows are looked for each: a server may acknowledge what it does not keep. */
const MOST_MISSING = 10;

/** The deletions of one run or scenario. `worked` remembers which routes were seen to list everything of ours. */
export function createDeletions(
  sending: SendingOptions,
  dicomweb: DicomWebClient,
  account: Account,
  worked: Set<Route> = new Set(),
): Deletions {
  const listAndDecide = async (path: StudyPath | SeriesPath, routes: readonly Route[]): Promise<Listed> => {
    const lists: RouteList[] = [];
    for (const by of routes) lists.push(await listBy(dicomweb, by, path));
    const own = await ownInstances(dicomweb, account, path, lists);
    const remembered = lists.map((list) => ({ ...list, hasWorked: worked.has(list.by) }));
    const telling = remembered.filter((list) => listsEverything(list, own));
    if (own.held.length > 0) for (const { by } of telling) worked.add(by);
    const bases = telling.flatMap(({ exchanges }) => exchanges.map((exchange) => baseOf(answeredUrl(exchange))));
    return { decision: mayDeleteWhole(remembered, own), bases };
  };
  return {
    async instance(path) {
      const { study, series, instance } = path;
      const named = { study, series, instance };
      if (!account.isOurs(named)) {
        throw new UnsafeDeletion(`instance ${instance} may be somebody else's: this run did not store it`);
      }
      const deleteUrl = urlOf(sending, named);
      return sendDelete(sending, named, async (url) => {
        // What is ours under its own UID stays so while a busy server is waited for.
        if (url === deleteUrl) return null;
        const look = await dicomweb.retrieveMetadata(named);
        const isThere = sightOf(look, named) === 'shown' && baseOf(answeredUrl(look)) === baseOf(url);
        return refusalToGo(url, deleteUrl, isThere);
      });
    },
    async whole(path, routes = ROUTES) {
      const named = 'series' in path ? { study: path.study, series: path.series } : { study: path.study };
      const { decision } = await listAndDecide(named, routes);
      if (decision.kind !== 'whole') {
        throw new UnsafeDeletion(`the ${levelOf(named)} was not deleted as a whole: ${decision.why}`);
      }
      const deleteUrl = urlOf(sending, named);
      return sendDelete(sending, named, async (url) => {
        // Time has gone by since it was listed.
        const again = await listAndDecide(named, routes);
        if (again.decision.kind !== 'whole') return again.decision.why;
        return url === deleteUrl ? null : refusalToGo(url, deleteUrl, again.bases.includes(baseOf(url)));
      });
    },
  };
}

interface Listed {
  readonly decision: Decision;
  /** Where the answers came from that list everything of ours. */
  readonly bases: readonly string[];
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

function urlOf({ target }: SendingOptions, path: ResourcePath): string {
  return target.roots.delete + resourcePath(path);
}

/** A redirect must lead to the same resource, in the archive that was seen to hold it. */
function refusalToGo(url: string, from: string, isSeenThere: boolean): string | null {
  const shown = JSON.stringify(new URL(url).pathname.slice(0, 200));
  if (resourceIn(url) !== resourceIn(from)) return `DELETE is not sent to ${shown}, which is another resource`;
  return isSeenThere ? null : `DELETE is not sent to ${shown}: what lies there was not seen to be ours`;
}

/** What the path of a URL names, from the study on: the part that no redirect of the same resource changes. */
function resourceIn(url: string): string | undefined {
  return /\/studies\/.*?(?=\/?$)/.exec(new URL(url).pathname)?.[0];
}

/** A URL up to the study: which archive it is of. */
function baseOf(url: string): string {
  return url.split('/studies', 1)[0] ?? url;
}
