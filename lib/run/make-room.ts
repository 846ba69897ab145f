import { setTimeout as sleep } from 'node:timers/promises';
import type { Dataset } from '../../fixtures/dataset.ts';
import { sightOf } from '../answers/sight.ts';
import type { Ledger } from '../deletion/ledger.ts';
import type { StoredInstance } from '../dicom/instance.ts';
import { newUid } from '../dicom/uid.ts';
import type { DicomWebClient, ResourcePath } from '../dicomweb/operations.ts';
import { levelOf } from '../dicomweb/paths.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import type { Exchange } from '../http/exchange.ts';
import { claimFor, claimsOfOthers } from './claim.ts';
import { lookForAll, lookForStudy, type Presence, retrieve, searchFor } from './see-absent.ts';

/** What a run under UIDs that are not its own needs to see before it stores. */
export interface Room {
  readonly dicomweb: DicomWebClient;
  readonly dataset: Dataset;
  readonly ledger: Ledger;
  /** Longest time until what was stored is shown, in milliseconds. */
  readonly visibilityMs: number;
  /** Deletes what is in the way, as the user asked; null where the user did not. */
  readonly reset: (() => Promise<void>) | null;
}

const FRESH = 'without --uids original the run stores under new UIDs, where nothing else can be';
const PAUSE_MS = 200;

/**
 * Sees that nothing is on the server under the UIDs of the data set, and claims them. First it only looks. Then it
 * stores the claim: a search, metadata and a retrieve that show the claim are seen to work, so their not found counts.
 *
 * @throws CommandError with exit code 2 when the study is there or another run claims it, and 3 when neither presence
 *   nor absence can be seen. No instance of the data set was stored.
 */
export async function makeRoom(room: Room): Promise<void> {
  const { dicomweb, dataset, ledger, reset } = room;
  const { study } = dataset;
  requireEmptySearch(await searchFor(dicomweb, newUid()));
  const before = await lookForStudy(dicomweb, study);
  if (reset === null || before.kind === 'unclear') requireAbsent(before, study);
  const claim = claimFor(dataset);
  ledger.record(claim, 'sent');
  const stored = await dicomweb.store([claim.source]);
  if (stored.response?.status === 200) ledger.record(claim, 'acknowledged');
  await seeClaim(room, claim);
  const others = await claimsOfOthers(dicomweb, claim);
  if (others.length > 0) throw claimedByOthers(claim, others);
  await reset?.();
  requireAbsent(await lookForAll(dicomweb, dataset), study, reset === null ? undefined : 'was to be deleted and is');
}

function requireEmptySearch({ kind, evidence }: Presence): void {
  if (kind === 'absent') return;
  throw new CommandError(
    `search does not work: with a UID that nothing has, ${evidence}; nothing was stored`,
    EXIT_CODES.unreachable,
    FRESH,
  );
}

function requireAbsent({ kind, evidence }: Presence, study: string, is = 'is already'): void {
  if (kind === 'absent') return;
  if (kind === 'present') {
    throw new CommandError(
      `study ${study} ${is} on the server (${evidence}); no instance of it was stored`,
      EXIT_CODES.usage,
      `${FRESH}; --reset names what is there and deletes it first`,
    );
  }
  throw new CommandError(
    `whether study ${study} is on the server cannot be seen (${evidence}); no instance of it was stored`,
    EXIT_CODES.unreachable,
    FRESH,
  );
}

function claimedByOthers(own: StoredInstance, others: readonly string[]): CommandError {
  return new CommandError(
    `another run claims the same UIDs, or one that was killed did: study ${own.study} holds ${others.join(', ')}; no instance of the data set was stored`,
    EXIT_CODES.usage,
    `wait for its end, or clean up after it (dicomweb-harness clean-up RUN); ${FRESH}`,
  );
}

/** Waits until search, metadata and retrieve show the claim at every level: they work. */
async function seeClaim({ dicomweb, ledger, visibilityMs }: Room, claim: StoredInstance): Promise<void> {
  const { study, series, instance } = claim;
  const deadline = Date.now() + visibilityMs;
  const search = () => dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', study]]);
  await seeUntil(search, { study }, 'a search', deadline);
  for (const path of [{ study }, { study, series }, { study, series, instance }]) {
    await seeUntil(() => dicomweb.retrieveMetadata(path), path, `metadata of the ${levelOf(path)}`, deadline);
    await seeUntil(() => retrieve(dicomweb, path), path, `retrieve of the ${levelOf(path)}`, deadline);
  }
  ledger.record(claim, 'observed');
}

async function seeUntil(
  ask: () => Promise<Exchange>,
  path: ResourcePath,
  what: string,
  deadline: number,
): Promise<void> {
  for (;;) {
    const exchange = await ask();
    if (sightOf(exchange, path) === 'shown') return;
    if (Date.now() >= deadline) {
      const { response, failure } = exchange;
      const answer = response && !failure ? String(response.status) : (failure?.message ?? 'no answer');
      throw new CommandError(
        `what is on the server cannot be seen: an instance was stored under a fresh UID, and ${what} does not show it (${answer}); no instance of the data set was stored`,
        EXIT_CODES.unreachable,
        FRESH,
      );
    }
    await sleep(PAUSE_MS);
  }
}
