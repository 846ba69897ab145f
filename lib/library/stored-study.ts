import { setTimeout as sleep } from 'node:timers/promises';
import type { Dataset } from '../../fixtures/dataset.ts';
import { freshUidsFor, withUids } from '../../fixtures/fresh-uids.ts';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { batches } from '../../scenarios/tutorial/store.ts';
import { sightOf } from '../answers/sight.ts';
import { acknowledges } from '../answers/store-response.ts';
import { asCoerced } from '../answers/stored/coercion.ts';
import { withDiscarded } from '../answers/stored/discarded.ts';
import { accountOf } from '../deletion/account.ts';
import { createDeletions } from '../deletion/deletions.ts';
import { createLedger, type Ledger } from '../deletion/ledger.ts';
import type { StoredInstance } from '../dicom/instance.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { InstancePath, DicomWebClient as Operations } from '../dicomweb/operations.ts';
import type { Exchange } from '../http/exchange.ts';
import { probe } from '../probe/probe.ts';
import type { RemainsRecord } from '../results/results.ts';
import { cleanUp } from '../run/clean-up/clean-up.ts';
import { offeredDeletes } from '../run/preflight.ts';
import { storedOf } from '../run/stored-of.ts';
import { type DicomWebClient, sendingOf } from './client.ts';

/** A study that was stored under UIDs made for it, which nobody else uses. It can be given to the client as a path. */
export interface StoredStudy {
  /** Study Instance UID. */
  readonly study: string;
  /** What was stored, under its fresh UIDs. */
  readonly dataset: Dataset;
  /** The instances as the server holds them: with the values that it said it coerced. */
  readonly instances: readonly StoredInstance[];
  /** An instance of the series with most instances. */
  readonly sample: InstancePath;
  /** The answers to the store requests. */
  readonly stores: readonly Exchange[];
  /**
   * Deletes the study, instance by instance, and looks whether it is gone. Returns what may still be on the server, each
   * with the reason; empty when all is gone. Nothing else is ever deleted.
   */
  remove(): Promise<readonly RemainsRecord[]>;
}

/** A study was not stored: the message has the answer. What of it may be there was deleted as far as that went. */
export class StudyNotStored extends Error {
  override readonly name = 'StudyNotStored';
  /** What may still be on the server. */
  readonly remains: readonly RemainsRecord[];

  constructor(message: string, remains: readonly RemainsRecord[]) {
    super(message);
    this.remains = remains;
  }
}

const PAUSE_MS = 100;

/**
 * Stores a data set under fresh UIDs, the tutorial's unless another one is given, and waits until the server's metadata
 * and searches show it, for as long as the profile grants.
 *
 * @throws StudyNotStored when the server does not acknowledge every instance.
 */
export async function storeStudy(client: DicomWebClient, original: Dataset = tutorialDataset()): Promise<StoredStudy> {
  const dataset = withUids(original, freshUidsFor(original));
  const ledger = createLedger([], () => {});
  const sending = sendingOf(client);
  const outcome = await probe(sending.target, sending.transport);
  if (outcome.kind !== 'ready')
    throw new StudyNotStored([outcome.message, outcome.hint].filter(Boolean).join(': '), []);
  const dicomweb = createDicomWebClient(sending);
  const deletions = createDeletions(sending, dicomweb, accountOf(ledger, storedOf(dataset)));
  const removeAll = () => cleanUp({ dicomweb, deletions, ledger, offered: offeredDeletes(sending.target, outcome) });
  const stores: Exchange[] = [];
  for (const batch of batches(dataset.instances)) {
    for (const instance of batch) ledger.record(instance, 'sent');
    const exchange = await client.store(batch);
    stores.push(exchange);
    for (const instance of batch) recordAnswer(ledger, exchange, instance);
    const missing = batch.filter(({ instance }) => !ledger.holds(instance));
    if (missing.length > 0) throw new StudyNotStored(whyNot(exchange, missing), await removeAll());
  }
  const metadata = await metadataOnceShown(dicomweb, dataset, client.target.profile.visibilityWindowMs);
  for (const instance of dataset.instances)
    if (sightOf(metadata, instance) === 'shown') ledger.record(instance, 'observed');
  const held = withDiscarded(dataset.instances, stores, client.target.profile);
  const instances = asCoerced(held, [metadata]);
  const forget = client.knowStored(instances);
  const { study, roles } = dataset;
  const { series, instance } = roles.target;
  return {
    study,
    dataset,
    instances,
    sample: { study, series, instance },
    stores,
    async remove() {
      forget();
      return removeAll();
    },
  };
}

function recordAnswer(ledger: Ledger, { response, failure }: Exchange, instance: StoredInstance): void {
  if (response && !failure && acknowledges(response, instance.instance)) ledger.record(instance, 'acknowledged');
  else if (response && response.status >= 400) ledger.record(instance, 'refused');
}

function whyNot({ response, failure }: Exchange, missing: readonly StoredInstance[]): string {
  const answer =
    response && !failure ? `${response.status} ${response.reason}`.trim() : (failure?.message ?? 'nothing');
  return `the server was asked to store ${missing.length} instances that it does not acknowledge; it answered ${answer}`;
}

/**
 * Metadata of the study, asked for until every instance is in it and searches find the study, or the profile's time is
 * over. A search that is not answered with a list is not waited for.
 */
async function metadataOnceShown(dicomweb: Operations, dataset: Dataset, windowMs: number): Promise<Exchange> {
  const { study, instances } = dataset;
  const deadline = Date.now() + windowMs;
  for (;;) {
    const exchange = await dicomweb.retrieveMetadata({ study });
    const isWhole = instances.every((instance) => sightOf(exchange, instance) === 'shown');
    if (Date.now() >= deadline || (isWhole && (await isFound(dicomweb, dataset)))) return exchange;
    await sleep(PAUSE_MS);
  }
}

/** Whether searches at every level find the study, as far as they are answered with lists. */
async function isFound(dicomweb: Operations, { study, roles }: Dataset): Promise<boolean> {
  const { series, instance } = roles.target;
  const levels = [
    [{ study }, { level: 'studies' }, 'StudyInstanceUID', study],
    [{ study, series }, { level: 'series', study }, 'SeriesInstanceUID', series],
    [{ study, series, instance }, { level: 'instances', study }, 'SOPInstanceUID', instance],
  ] as const;
  for (const [path, resource, key, uid] of levels) {
    const found = await dicomweb.search(resource, [[key, uid]]);
    const isList = [200, 204].includes(found.response?.status ?? 0);
    if (isList && sightOf(found, path) === 'absent') return false;
  }
  return true;
}
