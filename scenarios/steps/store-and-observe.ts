import { saysNoSuchResource } from '../../lib/answers/served.ts';
import { sightOf } from '../../lib/answers/sight.ts';
import { acknowledges, storeModuleOf } from '../../lib/answers/store-response.ts';
import { type Look, sightOfStored, type Whereabouts } from '../../lib/answers/stored/whereabouts.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { LONGEST_WINDOWS, type Poll } from '../../lib/judges/store/stored-is-observed.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askForStored, metadataSettles, SEARCH_AT_ALL, waitForStore } from './ask-until.ts';
import { lookEverywhere } from './look-for-stored.ts';
import { searchForInstance } from './search-for-instance.ts';
import { isList } from './search-lags.ts';

/** A store request, and what retrieve and search showed of it afterwards. */
export interface ObservedStore {
  readonly sent: readonly [StoredInstance, ...StoredInstance[]];
  readonly exchange: Exchange;
  /** Metadata of the first instance. */
  readonly metadata: Exchange;
  /** Searches for the first instance, in order. */
  readonly polls: readonly Poll[];
  /** Where the instances were looked for: the first one always, the others up to some number. */
  readonly whereabouts: readonly Whereabouts[];
}

/** At most this many instances of one request are looked for, so that a large data set costs no request for each. */
const MOST_LOOKED_FOR = 10;

/** Stores instances in one request, looks for them, and keeps the ledger of what may be on the server. */
export async function storeAndObserve(
  context: ScenarioContext,
  sent: readonly [StoredInstance, ...StoredInstance[]],
  study?: string,
): Promise<ObservedStore> {
  const { dicomweb, ledger, target } = context;
  for (const instance of sent) ledger.record(instance, 'sent');
  const exchange = await dicomweb.store(
    sent.map(({ source }) => source),
    study,
  );
  for (const instance of sent) recordAnswer(context, exchange, instance);
  const [first, ...others] = sent;
  const isOwed = isAcknowledged(exchange, first);
  const answered = Date.now();
  const { visibilityWindowMs } = target.profile;
  const polls = await pollUntilShown(context, first, isOwed ? visibilityWindowMs : 0, answered, 'a search');
  const look = () => dicomweb.retrieveMetadata(first);
  const deadline = metadataSettles(context, answered);
  const described = isOwed ? await askForStored(context, look, [first], deadline) : await look();
  const seen = [described, ...polls.map((poll) => poll.exchange)].map((one) => ({ exchange: one, path: first }));
  const found = await lookFor(context, exchange, first, seen, answered);
  // What was seen meanwhile may be described by now: metadata are not waited for where nothing was described before.
  const isBehind = isOwed && sightOfStored(found) === 'shown' && saysNoSuchResource(described);
  const metadata = isBehind ? await look() : described;
  const whereabouts = [found];
  for (const instance of others.slice(0, MOST_LOOKED_FOR)) {
    const described = await dicomweb.retrieveMetadata(instance);
    const looks = [{ exchange: described, path: instance }];
    whereabouts.push(await lookFor(context, exchange, instance, looks, answered));
  }
  const isMissing = isOwed && !ledger.holds(first.instance);
  for (const instance of others.slice(MOST_LOOKED_FOR))
    if (isMissing && isAcknowledged(exchange, instance)) ledger.record(instance, 'missing');
  const last = polls.at(-1)?.exchange;
  const isMissed = isOwed && last !== undefined && isList(last) && sightOf(last, first) === 'absent';
  if (isMissed && ledger.holds(first.instance)) polls.push(...(await searchOn(context, first, answered)));
  return { sent, exchange, metadata, polls, whereabouts };
}

/**
 * Goes on to search for what another answer shows: the standard sets no time. Whether other searches find the study is
 * asked where this one finds nothing.
 */
async function searchOn(
  context: ScenarioContext,
  instance: StoredInstance,
  answered: number,
): Promise<readonly Poll[]> {
  const { dicomweb, target } = context;
  const longestMs = LONGEST_WINDOWS * target.profile.visibilityWindowMs;
  // A wait of its own: the one within the window was in vain, and late is less grave than never.
  const polls = await pollUntilShown(context, instance, longestMs, answered, SEARCH_AT_ALL);
  const last = polls.at(-1);
  if (last && sightOf(last.exchange, instance) !== 'shown')
    await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', instance.study]]);
  return polls;
}

function isAcknowledged({ response, failure }: Exchange, { instance }: StoredInstance): boolean {
  return response !== null && !failure && acknowledges(response, instance);
}

/** The answer names the instance as one that was not stored: there is no need to look for it everywhere. */
function isToldAsFailed({ response }: Exchange, { instance }: StoredInstance): boolean {
  const module = response && storeModuleOf(response);
  return module?.failed.some((item) => item.instance === instance) ?? false;
}

function isListed({ response }: Exchange, { instance }: StoredInstance): boolean {
  const module = response && storeModuleOf(response);
  return module?.referenced.some((item) => item.instance === instance) ?? false;
}

/** Records in the ledger what a store was answered about an instance. */
export function recordAnswer({ ledger }: ScenarioContext, exchange: Exchange, instance: StoredInstance): void {
  if (isAcknowledged(exchange, instance)) ledger.record(instance, 'acknowledged');
  else if (isToldAsFailed(exchange, instance) || (exchange.response?.status ?? 0) >= 400)
    ledger.record(instance, 'refused');
}

/**
 * Looks for an instance wherever it may be, and records in the ledger what that showed. `answered` is when its store was
 * answered (of `Date.now()`).
 */
export async function lookFor(
  context: ScenarioContext,
  store: Exchange,
  instance: StoredInstance,
  seen: readonly Look[],
  answered: number,
): Promise<Whereabouts> {
  const { ledger, target, waits } = context;
  const isOwed = isAcknowledged(store, instance);
  const ofMs = isOwed ? waits.windowsForLoss(LONGEST_WINDOWS) * target.profile.visibilityWindowMs : 0;
  const { lookedAt, ...found } = isToldAsFailed(store, instance)
    ? { instance, looks: seen, lookedAt: answered + ofMs }
    : await lookEverywhere(context, instance, seen, answered + ofMs);
  const sight = sightOfStored(found);
  if (sight === 'shown') ledger.record(instance, 'observed');
  // A bare success shows nothing of itself: a server that shows nothing else either holds nothing that could be asked for.
  else if (isOwed && (sight === 'absent' || !isListed(store, instance))) ledger.record(instance, 'missing');
  const waitedMs = lookedAt - answered;
  return sight !== 'absent' || waitedMs >= ofMs ? found : { ...found, cut: { waitedMs, ofMs } };
}

/**
 * Stores by the other resource what a server did not take since it does not have the one: with the name of the study, or
 * without. This is not judged: all that follows builds on the whole study, and would go unjudged as well for this one
 * breach.
 */
export async function storeOtherwise(
  context: ScenarioContext,
  { sent, exchange }: ObservedStore,
  by: 'named' | 'unnamed',
): Promise<void> {
  if (!saysNoSuchResource(exchange)) return;
  const isStored = sent.every(({ instance }) => context.ledger.holds(instance));
  if (!isStored) await storeAndObserve(context, sent, by === 'named' ? sent[0].study : undefined);
}

const PAUSES_MS = [50, 100, 200, 400, 800, 1_000];

/** Searches until a list has the instance, for at most `windowMs` after `since` (of `Date.now()`); `what` names the wait. */
async function pollUntilShown(
  context: ScenarioContext,
  instance: StoredInstance,
  windowMs: number,
  since: number,
  what: string,
): Promise<Poll[]> {
  const polls: Poll[] = [];
  const poll = async () => {
    const { found: exchange } = await searchForInstance(context, instance);
    polls.push({ exchange, elapsedMs: Date.now() - since });
    return { found: polls, isSettled: sightOf(exchange, instance) === 'shown' };
  };
  return waitForStore(context, what, since + windowMs, poll, PAUSES_MS);
}
