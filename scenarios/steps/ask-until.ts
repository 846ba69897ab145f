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

/**
 * Asks, and asks again while the answer is not yet what it has to become, until `deadline` (of `Date.now()`). A server
 * may show a change a while after it has answered; the last answer is the one that counts.
 */
export async function askUntil(
  { pause }: ScenarioContext,
  deadline: number,
  ask: () => Promise<Exchange>,
  isSettled: (exchange: Exchange) => boolean,
): Promise<Exchange> {
  for (;;) {
    const exchange = await ask();
    if (isSettled(exchange) || Date.now() >= deadline) return exchange;
    await pause(PAUSE_MS);
  }
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
