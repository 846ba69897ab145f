import { saysNoSuchResource } from '../../lib/answers/served.ts';
import { instancesIn, sightOf } from '../../lib/answers/sight.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { RequestOptions, ResourcePath } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { isMetadataRequest } from '../../lib/judges/json/content.ts';
import { LONGEST_WINDOWS } from '../../lib/judges/store/stored-is-observed.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { STORES, TUTORIAL_IDS } from './scenario-ids.ts';
import { endOf, searchLags } from './search-lags.ts';

const PAUSE_MS = 200;

/**
 * Asks, and asks again while the answer is not yet what it has to become, until `deadline` (of `Date.now()`). A server
 * may show a change a while after it has answered; the last answer is the one that counts.
 */
export async function askUntil(
  context: ScenarioContext,
  deadline: number,
  ask: () => Promise<Exchange>,
  isSettled: (exchange: Exchange) => boolean,
): Promise<Exchange> {
  const attempt = async () => {
    const exchange = await ask();
    return { found: exchange, isSettled: isSettled(exchange) };
  };
  return (await waitFor(context, deadline, attempt)).found;
}

/** What was found by an attempt, and whether it is what is waited for. */
export interface Attempt<T> {
  readonly found: T;
  readonly isSettled: boolean;
}

/**
 * Tries until something is settled or the time is over, and gives the last attempt; that one began when the time was over,
 * however slow the answers are. `pauses` are the times between, of which the last one is repeated. All who wait for one change share its
 * deadline, so it is waited for once, however many ask.
 */
export async function waitFor<T>(
  { pause }: ScenarioContext,
  deadline: number,
  attempt: () => Promise<Attempt<T>>,
  pauses: readonly number[] = [PAUSE_MS],
): Promise<Attempt<T>> {
  for (let round = 0; ; round++) {
    const begun = Date.now();
    const last = await attempt();
    if (last.isSettled || begun >= deadline) return last;
    await pause(pauses[round] ?? pauses.at(-1) ?? PAUSE_MS);
  }
}

/** As `waitFor`, of what each store is waited for: for a shorter time where `what` was waited for in vain before. */
export async function waitForStore<T>(
  context: ScenarioContext,
  what: string,
  deadline: number,
  attempt: () => Promise<Attempt<T>>,
  pauses: readonly number[],
): Promise<T> {
  const start = Date.now();
  const { found, isSettled } = await waitFor(context, context.waits.until(what, deadline), attempt, pauses);
  if (!isSettled && deadline > start) context.waits.inVain(what, start);
  return found;
}

/** The wait of a search beyond the window of the profile. */
export const SEARCH_AT_ALL = 'a search at all';

/**
 * Asks until the answer is what it has to become, for as long as the study may be on its way. Where a search was waited for
 * in vain before, the time beyond the window of the profile is a tenth, as it is for stores.
 */
export async function askUntilStoresSettle(
  context: ScenarioContext,
  ask: () => Promise<Exchange>,
  isSettled: (exchange: Exchange) => boolean,
): Promise<Exchange> {
  const start = Date.now();
  const { window, longest } = storesSettle(context);
  const deadline = longest > window ? Math.max(window, context.waits.until(SEARCH_AT_ALL, longest)) : window;
  const exchange = await askUntil(context, deadline, ask, isSettled);
  if (longest > Math.max(start, window) && !isSettled(exchange)) context.waits.inVain(SEARCH_AT_ALL, start);
  return exchange;
}

/**
 * Until when the study may be on its way to where it is shown, after the last store of it was answered. A server whose
 * search was seen to lag is given longer: that it lags is judged once, where it was stored.
 */
function storesSettle(context: ScenarioContext): { readonly window: number; readonly longest: number } {
  const stores = STORES.flatMap((id) => context.recall(id)).filter(({ request }) => request.method === 'POST');
  const last = Math.max(0, ...stores.map(endOf));
  const { visibilityWindowMs } = context.target.profile;
  const windows = searchLags(context) ? LONGEST_WINDOWS : 1;
  return { window: last + visibilityWindowMs, longest: last + windows * visibilityWindowMs };
}

/**
 * Asks for what was stored, until it is there and, of several instances, whole. What is no part of the study has a
 * deadline of its own.
 */
export function askForStored(
  context: ScenarioContext,
  ask: () => Promise<Exchange>,
  stored: readonly StoredInstance[] = [],
  deadline?: number,
): Promise<Exchange> {
  const isThere = (exchange: Exchange) => {
    if (exchange.response?.status === 404) return false;
    const shown = stored.length > 0 ? instancesIn(exchange) : null;
    return shown === null || stored.every(({ instance }) => shown.includes(instance));
  };
  return deadline === undefined
    ? askUntilStoresSettle(context, ask, isThere)
    : askUntil(context, deadline, ask, isThere);
}

/**
 * Until when metadata of what was stored at `since` (of `Date.now()`) may follow. A server that described nothing of the
 * study although it was waited for is not waited for again.
 */
export function metadataSettles({ recall, target }: ScenarioContext, since: number): number {
  const described = [...STORES, TUTORIAL_IDS.studyMetadata].flatMap((id) => recall(id)).filter(isMetadataRequest);
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
