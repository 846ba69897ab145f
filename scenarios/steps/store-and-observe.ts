import { sightOf } from '../../lib/answers/sight.ts';
import { storeModuleOf } from '../../lib/answers/store-response.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { Poll } from '../../lib/judges/store/stored-is-observed.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askForStored } from './ask-until.ts';

/** A store request, and what retrieve and search showed of it afterwards. */
export interface ObservedStore {
  readonly sent: readonly [StoredInstance, ...StoredInstance[]];
  readonly exchange: Exchange;
  /** Metadata of the first instance. */
  readonly metadata: Exchange;
  /** Searches for the first instance, in order. */
  readonly polls: readonly Poll[];
}

/** Stores instances in one request, looks for the first of them, and keeps the ledger of what may be on the server. */
export async function storeAndObserve(
  context: ScenarioContext,
  sent: readonly [StoredInstance, ...StoredInstance[]],
  study?: string,
): Promise<ObservedStore> {
  const { dicomweb, ledger } = context;
  for (const instance of sent) ledger.record(instance, 'sent');
  const exchange = await dicomweb.store(
    sent.map(({ source }) => source),
    study,
  );
  const acknowledged = acknowledgedBy(exchange);
  for (const instance of sent) {
    if (acknowledged.has(instance.instance)) ledger.record(instance, 'acknowledged');
    else if (exchange.response && exchange.response.status >= 400) ledger.record(instance, 'refused');
  }
  const [first] = sent;
  const deadline = Date.now() + context.target.profile.visibilityWindowMs;
  const polls = await pollUntilShown(context, first, acknowledged.has(first.instance));
  const look = () => dicomweb.retrieveMetadata(first);
  const metadata = acknowledged.has(first.instance)
    ? await askForStored(context, look, [first], deadline)
    : await look();
  const shown = [metadata, ...polls.map((poll) => poll.exchange)].some((seen) => sightOf(seen, first) === 'shown');
  if (shown) ledger.record(first, 'observed');
  if (isSilent(exchange)) await lookForEach(context, sent.slice(1));
  return { sent, exchange, metadata, polls };
}

/** A success that says of no instance what became of it. */
function isSilent({ response }: Exchange): boolean {
  return response !== null && response.status < 300 && storeModuleOf(response) === null;
}

/** What is on the server without a word would be a stranger in every answer that holds it. */
async function lookForEach({ dicomweb, ledger }: ScenarioContext, sent: readonly StoredInstance[]): Promise<void> {
  for (const instance of sent) {
    if (sightOf(await dicomweb.retrieveMetadata(instance), instance) === 'shown') ledger.record(instance, 'observed');
  }
}

const NO_SUCH_RESOURCE = [404, 405, 501];

/**
 * Stores without the name of the study what a server refused that has no resource for stores into a named one. This is
 * not judged: all that follows builds on the whole study, and would go unjudged as well for this one breach.
 */
export async function storeUnnamed(context: ScenarioContext, { sent, exchange }: ObservedStore): Promise<void> {
  if (!NO_SUCH_RESOURCE.includes(exchange.response?.status ?? 0)) return;
  if (context.ledger.holds(context.dataset.roles.first.instance)) await storeAndObserve(context, sent);
}

/** SOP Instance UIDs that a 200 or 202 answer lists as stored. */
function acknowledgedBy({ response }: Exchange): ReadonlySet<string> {
  if (!response || (response.status !== 200 && response.status !== 202)) return new Set();
  return new Set(storeModuleOf(response)?.referenced.flatMap(({ instance }) => instance ?? []) ?? []);
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/** Searches until the instance is shown; what was acknowledged is given the window that the profile grants. */
async function pollUntilShown(
  { dicomweb, target, pause }: ScenarioContext,
  instance: StoredInstance,
  wasAcknowledged: boolean,
): Promise<Poll[]> {
  const window = wasAcknowledged ? target.profile.visibilityWindowMs : 0;
  const started = performance.now();
  const polls: Poll[] = [];
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    const exchange = await dicomweb.search({ level: 'instances', study: instance.study, series: instance.series }, [
      ['SOPInstanceUID', instance.instance],
    ]);
    const elapsedMs = Math.round(performance.now() - started);
    polls.push({ exchange, elapsedMs });
    if (elapsedMs >= window || sightOf(exchange, instance) === 'shown') return polls;
    await pause(wait);
  }
}
