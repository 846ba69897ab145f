import { setTimeout as sleep } from 'node:timers/promises';
import type { Dataset } from '../../fixtures/dataset.ts';
import { withDiagnosis } from '../answers/diagnosis/with-diagnosis.ts';
import { fileSource } from '../bytes/byte-source.ts';
import { drawingFrom, withSecretOfRun } from '../bytes/drawn.ts';
import { writeSource } from '../bytes/write.ts';
import { accountOf } from '../deletion/account.ts';
import { createDeletions, type SeenOfServer } from '../deletion/deletions.ts';
import { createLedger, type Ledger, ledgerOfOthers } from '../deletion/ledger.ts';
import type { StoredInstance } from '../dicom/instance.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Transport } from '../http/plain-transport.ts';
import type { Finding } from '../results/finding.ts';
import type { ExchangeRecord, PictureRecord, ScenarioRecord } from '../results/results.ts';
import type { Target } from '../target/target.ts';
import type { ScenarioContext } from './context.ts';
import { CredentialsEnded } from './credentials-ended.ts';
import type { Evidence } from './evidence.ts';
import { credentialsRefusal, type Journal } from './journal.ts';
import { namedData } from './named-data.ts';
import { pictureRecord } from './picture-record.ts';
import { play } from './play.ts';
import type { Scenario } from './scenario.ts';
import { createEarlierAnswers } from './settling/earlier-answers.ts';
import { createFlapping } from './settling/flapping.ts';
import { createLosses } from './settling/lost.ts';
import { seenResources } from './settling/missing-resources.ts';
import { createRefusedForms } from './settling/refused-forms.ts';
import { withoutStrangers } from './settling/strangers.ts';
import { storedOf } from './stored-of.ts';
import { unplayed } from './unplayed.ts';
import { createWaits } from './waits.ts';

interface SessionParts {
  readonly target: Target;
  readonly dataset: Dataset;
  readonly journal: Journal;
  readonly evidence: Evidence;
  readonly transport: Transport;
  /** Where kept files go: path of a file of that name. */
  readonly keepAs: (name: string) => string;
  /** Whether small pictures of what was judged are made: no report shows those of the fault matrix. */
  readonly makesPictures: boolean;
  readonly signal: AbortSignal;
  /** What the random values of each scenario follow from: the id of the run. Absent: nothing tells them beforehand. */
  readonly seed?: string;
  /** By which the UIDs that are made can be proved to be of the run; absent where nobody cleans up later. */
  readonly secret?: string;
  /** Waits; until the time has gone by where it is absent. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** Whether each wait is whole, though the same was waited for in vain before: of one scenario that is played alone. */
  readonly waitsInFull?: boolean;
  /** SOP Instance UIDs of the data set that others may use as well; none where this run made them all. */
  readonly sharedUids: ReadonlySet<string>;
}

/**
 * Plays scenarios one after another against one target. Whatever a session learnt is in its journal, not in it. Once the
 * credentials ended, no further one is played.
 */
export interface Session {
  readonly ledger: Ledger;
  play(scenario: Scenario): Promise<ScenarioRecord>;
}

/** A session over a journal; one that continues another's journal knows what that one stored. */
export function createSession(parts: SessionParts): Session {
  const { journal, evidence, target, dataset, transport, signal } = parts;
  const earlier = journal.entries();
  const own = createLedger(
    earlier.flatMap((entry) => (entry.kind === 'ledger' ? [entry.entry] : [])),
    (entry) => journal.append({ kind: 'ledger', entry }),
    parts.sharedUids,
  );
  // What a read-only run finds on the server is there, and is not ours: no deletion ever sees it.
  const ledger = target.isReadOnly ? ledgerOfOthers(dataset.instances) : own;
  const fresh = new Map<string, Exchange[]>();
  const resources = seenResources(target.roots);
  const flapping = createFlapping(target.roots);
  const losses = createLosses();
  const earlierAnswers = createEarlierAnswers(target.roots);
  const forms = createRefusedForms(target.roots);
  const note = (exchange: Exchange): void => {
    resources.note(exchange);
    flapping.note(exchange);
  };
  for (const entry of earlier) if (entry.kind === 'exchange') note(evidence.restore(entry.record));
  // A session is one server: what was tried on it once is not tried again.
  const server: SeenOfServer = { worked: new Set() };
  const waits = parts.waitsInFull ? createWaits(Number.POSITIVE_INFINITY) : createWaits();
  let refusal = credentialsRefusal(earlier);
  const data = namedData(parts.seed);

  const recall = (scenario: string): readonly Exchange[] =>
    fresh.get(scenario) ??
    journal
      .entries()
      .flatMap((entry) => (entry.kind === 'exchange' && entry.scenario === scenario ? [entry.record] : []))
      .map((record) => evidence.restore(record));

  const exchangeOf = (id: string): Exchange | undefined =>
    recall(id.replace(/\.\d+$/, '')).find((exchange) => exchange.id === id);
  const knownIn = (scenario: Scenario) => {
    const stored = [...dataset.instances, ...(scenario.data ?? []).flatMap(data)];
    return (exchange: Exchange) => knownOf(exchange, stored);
  };
  const knownOf = ({ id }: Exchange, stored: readonly StoredInstance[]) => {
    const all = [...fresh.values()].flat();
    const at = all.findIndex((exchange) => exchange.id === id);
    return {
      stored,
      isOurs: (uid: string) => own.entries().some((entry) => [entry.study, entry.series, entry.instance].includes(uid)),
      earlier: all.slice(0, Math.max(0, at)),
    };
  };

  return {
    ledger,
    async play(scenario) {
      if (refusal !== null) return unplayed(scenario, target.profile.features, 'not-exercised', refusal);
      const exchanges: Exchange[] = [];
      fresh.set(scenario.id, exchanges);
      const pictures: PictureRecord[] = [];
      const records: ExchangeRecord[] = [];
      let count = 0;
      const recording: Transport = {
        ...transport,
        async send(request) {
          const exchange = await transport.send(request);
          exchanges.push(exchange);
          note(exchange);
          const record = evidence.keep(exchange);
          records.push(record);
          journal.append({ kind: 'exchange', scenario: scenario.id, record });
          if (exchange.failure?.code === 'credentials') {
            refusal = exchange.failure.message;
            throw new CredentialsEnded(refusal);
          }
          return exchange;
        },
      };
      const sending = { target, transport: recording, nextExchangeId: () => `${scenario.id}.${++count}` };
      const dicomweb = createDicomWebClient(sending);
      const deletions = createDeletions(sending, dicomweb, accountOf(own, storedOf(dataset)), server);
      const contextFor = (judge: ScenarioContext['judge']): ScenarioContext => ({
        target,
        dataset,
        data,
        ledger,
        dicomweb,
        deletions,
        judge,
        recall,
        keep(name, content) {
          const path = parts.keepAs(name);
          writeSource(content, path);
          return fileSource(path);
        },
        picture(label, rasters) {
          if (!parts.makesPictures) return;
          const { actual, expected } = rasters();
          if (!actual || !expected) return;
          pictures.push(pictureRecord(label, actual, expected));
        },
        waits,
        pause: parts.pause ?? ((milliseconds) => sleep(milliseconds, undefined, { signal })),
      });
      const settle = async (found: readonly Finding[]) => {
        const told = found.map(resources.withoutMissing);
        const ours = await withoutStrangers(told, dataset.study, dicomweb, ledger);
        const flaps = await flapping.told(ours, scenario.id, dicomweb);
        const sofar = () => [...fresh.values()].flat();
        const lost = await losses.told(
          flaps,
          contextFor(() => {}),
          sofar,
        );
        const refused = await forms.told(lost, exchangeOf, dicomweb);
        return withDiagnosis(await earlierAnswers.told(refused, sofar, dicomweb), exchangeOf, knownIn(scenario));
      };
      const { secret } = parts;
      const playOnce = () => play(scenario, contextFor, target.profile, settle);
      const playNow = () => (secret === undefined ? playOnce() : withSecretOfRun(secret, playOnce));
      const seed = parts.seed === undefined ? null : `${parts.seed} ${scenario.id}`;
      const record = { ...(await (seed === null ? playNow() : drawingFrom(seed, playNow))), pictures };
      journal.append({ kind: 'scenario', record });
      evidence.settle(records, record.findings);
      return record;
    },
  };
}
