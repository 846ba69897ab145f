import { saysNoSuchResource } from '../../lib/answers/served.ts';
import { instancesIn, sightOf } from '../../lib/answers/sight.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { RequestOptions, ResourcePath } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { isMetadataRequest } from '../../lib/judges/json/content.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { STORES } from './scenario-ids.ts';
import { endOf, searchLags } from './search-lags.ts';

const PAUSE_MS = 200;

/** The standard sets no time: what takes longer than this many times what the profile grants is taken for lost. */
export const LONGEST_WINDOWS = 6;

/** What is waited for: that something is shown which was stored, or is shown no longer after it was deleted. */
export type Purpose = 'to be shown' | 'to be gone';

/**
 * Asks, and asks again while the answer is not yet what it has to become, until `deadline` (of `Date.now()`). A server
 * may show a change a while after it has answered; the last answer is the one that counts.
 */
export async function askUntil(
  context: ScenarioContext,
  deadline: number,
  ask: () => Promise<Exchange>,
  isSettled: (exchange: Exchange) => boolean,
  purpose: Purpose = 'to be shown',
): Promise<Exchange> {
  const first = await ask();
  if (isSettled(first)) return first;
  const again = async () => {
    const exchange = await ask();
    return { found: exchange, isSettled: isSettled(exchange) };
  };
  return waitFor(context, `${serviceOf(first)} ${purpose}`, deadline, first, again);
}

/** A search and a retrieve each have an index of their own that may lag. */
export function serviceOf({ operation }: Exchange): string {
  return operation.startsWith('search') ? 'search' : 'retrieve';
}

/**
 * Tries again until something is settled or the time is over, and gives what was found last; `what` was waited for in vain
 * where it was not. `pauses` are the times between, of which the last one is repeated.
 */
export async function waitFor<T>(
  { pause, waits, target }: ScenarioContext,
  what: string,
  deadline: number,
  found: T,
  again: () => Promise<{ readonly found: T; readonly isSettled: boolean }>,
  pauses: readonly number[] = [PAUSE_MS],
): Promise<T> {
  const start = Date.now();
  const end = waits.until(what, deadline, target.profile.visibilityWindowMs);
  let last = found;
  for (let round = 0; Date.now() < end; round++) {
    await pause(pauses[round] ?? pauses.at(-1) ?? PAUSE_MS);
    const tried = await again();
    last = tried.found;
    if (tried.isSettled) return last;
  }
  if (deadline > start) waits.inVain(what, start);
  return last;
}

/**
 * Until when the study may be on its way to where it is shown, after the last store of it was answered. A server whose
 * search was seen to lag is given longer: that it lags is judged once, where it was stored.
 */
export function storesSettle(context: ScenarioContext): number {
  const stores = STORES.flatMap((id) => context.recall(id)).filter(({ request }) => request.method === 'POST');
  const last = Math.max(0, ...stores.map(endOf));
  const windows = searchLags(context) ? LONGEST_WINDOWS : 1;
  return last + windows * context.target.profile.visibilityWindowMs;
}

/**
 * Asks for what was stored, until it is there and, of several instances, whole. What is no part of the study has a
 * deadline of its own.
 */
export function askForStored(
  context: ScenarioContext,
  ask: () => Promise<Exchange>,
  stored: readonly StoredInstance[] = [],
  deadline = storesSettle(context),
): Promise<Exchange> {
  return askUntil(context, deadline, ask, (exchange) => {
    if (exchange.response?.status === 404) return false;
    const shown = stored.length > 0 ? instancesIn(exchange) : null;
    return shown === null || stored.every(({ instance }) => shown.includes(instance));
  });
}

/**
 * Until when metadata of what was stored at `since` (of `Date.now()`) may follow. A server that described nothing of the
 * study although it was waited for is not waited for again.
 */
export function metadataSettles({ recall, target }: ScenarioContext, since: number): number {
  const described = STORES.flatMap((id) => recall(id)).filter(isMetadataRequest);
  const isMissing = described.length > 0 && described.every(saysNoSuchResource);
  return since + (isMissing ? 0 : target.profile.visibilityWindowMs);
}

/** Asks for the metadata of the target instance until it is there; where that is nowhere, for its series and study. */
export async function describeAny(
  context: ScenarioContext,
  options: RequestOptions = {},
): Promise<{ readonly path: ResourcePath; readonly exchange: Exchange }> {
  const { study, series, instance } = context.dataset.roles.target;
  const metadataOf = async (path: ResourcePath) => ({
    path,
    exchange: await askForStored(context, () => context.dicomweb.retrieveMetadata(path, options)),
  });
  const ofInstance = await metadataOf({ study, series, instance });
  if (sightOf(ofInstance.exchange, ofInstance.path) === 'shown') return ofInstance;
  for (const path of [{ study, series }, { study }]) {
    const other = await metadataOf(path);
    if (sightOf(other.exchange, path) === 'shown') return other;
  }
  return ofInstance;
}
