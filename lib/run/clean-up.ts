import { setTimeout as sleep } from 'node:timers/promises';
import { type Sight, sightOf } from '../answers/sight.ts';
import { type Deletions, UnsafeDeletion } from '../deletion/deletions.ts';
import { type Ledger, type LedgerEntry, type LedgerState, remaining } from '../deletion/ledger.ts';
import type { DicomWebClient, InstancePath } from '../dicomweb/operations.ts';
import type { Exchange } from '../http/exchange.ts';
import type { RemainsRecord } from '../results/results.ts';
import { LEFT_FOR_CREDENTIALS } from './cut-short.ts';

/** Time for a store whose answer never came to finish on the server, in milliseconds. */
const STILL_STORING_MS = 1_500;

/** Time for a server that accepts a DELETE and carries it out later, in milliseconds. */
const STILL_DELETING_MS = 1_500;

/** Levels of DELETE, in the order in which they are tried. */
const LEVELS = ['instance', 'study'] as const;

/** What cleaning up goes by. */
export interface CleaningUp {
  readonly dicomweb: DicomWebClient;
  readonly deletions: Deletions;
  readonly ledger: Ledger;
  /** Deletes that the target offers, as far as its profile and the probe say; none where it deletes nothing. */
  readonly offered: readonly (typeof LEVELS)[number][];
}

/**
 * Removes what the ledger says may still be on the server, instance by instance, and asks afterwards whether it is gone.
 * A study goes as a whole only where the server has no DELETE of instances and it was seen to hold nothing else.
 * What cannot be removed, or cannot be shown to be gone, is returned.
 */
export async function cleanUp({ dicomweb, deletions, ledger, offered }: CleaningUp): Promise<RemainsRecord[]> {
  if (remaining(ledger).some(({ state }) => state === 'sent')) await sleep(STILL_STORING_MS);
  const studies = new Set(remaining(ledger).map(({ study }) => study));
  const reasons = new Map<string, string>();
  const leftIn = (study: string): LedgerEntry[] => remaining(ledger).filter((entry) => entry.study === study);
  const oursIn = (study: string): LedgerEntry[] => leftIn(study).filter((entry) => !entry.isDisputed);
  const accepted: string[] = [];
  for (const study of studies) {
    const wasShown = ledger.entries().some((entry) => entry.study === study && SHOWN.includes(entry.state));
    await recordWhatIsGone(dicomweb, ledger, leftIn(study), wasShown);
    const attempts = await removeOurs({ dicomweb, deletions, ledger, offered }, study, () => oursIn(study), wasShown);
    if (attempts.some(({ worked }) => worked) && oursIn(study).length > 0) accepted.push(study);
    reasons.set(study, attempts.map(({ words }) => words).join('; ') || 'the server offers no DELETE');
  }
  if (accepted.length > 0) await sleep(STILL_DELETING_MS);
  for (const study of accepted) await recordWhatIsGone(dicomweb, ledger, oursIn(study), true);
  return [...reasons].flatMap(([study, why]) => {
    // What was refused and is not shown was not stored.
    const stays = leftIn(study).filter(({ state }) => state !== 'refused');
    return [
      ...remainsOf(
        stays.filter(({ isDisputed }) => !isDisputed),
        why,
      ),
      ...remainsOf(
        stays.filter(({ isDisputed }) => isDisputed),
        "the server refused it: it may be somebody else's",
      ),
    ];
  });
}

/** Deletes what is ours in a study, and asks what is gone. */
async function removeOurs(
  { dicomweb, deletions, ledger, offered }: CleaningUp,
  study: string,
  ours: () => readonly LedgerEntry[],
  wasShown: boolean,
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const level of LEVELS) {
    if (!offered.includes(level) || ours().length === 0) continue;
    const attempt =
      level === 'instance' ? await deleteOneByOne(deletions, ours()) : await deleteWhole(deletions, study);
    await recordWhatIsGone(dicomweb, ledger, ours(), wasShown || attempt.worked);
    attempts.push(attempt);
    if (!attempt.isUnsupported) break;
  }
  return attempts;
}

/** Entries as the results list them, each with the reason why it may still be there. */
export function remainsOf(entries: readonly LedgerEntry[], why: string): RemainsRecord[] {
  return entries.map(({ study, series, instance }) => ({
    studyInstanceUid: study,
    seriesInstanceUid: series,
    sopInstanceUid: instance,
    why,
  }));
}

/** States of which one in a study tells that the server lets what it holds be seen. */
const SHOWN: readonly LedgerState[] = ['observed', 'gone'];

const ACKNOWLEDGED: readonly LedgerState[] = ['acknowledged', 'missing'];

/**
 * Looks for each entry; a refused one that is shown was stored all the same. From a server that acknowledged a store, showed
 * nothing of it and did not delete it either, not being shown says nothing: `isTelling` is false.
 */
async function recordWhatIsGone(
  dicomweb: DicomWebClient,
  ledger: Ledger,
  entries: readonly LedgerEntry[],
  isTelling: boolean,
): Promise<void> {
  for (const entry of entries) {
    if (ACKNOWLEDGED.includes(entry.state) && !isTelling) continue;
    const sight = await look(dicomweb, entry);
    if (sight === 'absent') ledger.record(entry, 'gone');
    else if (sight === 'shown' && entry.state === 'refused') ledger.record(entry, 'observed');
  }
}

/**
 * Looks for an instance. Absent is what neither metadata nor search shows; where metadata says nothing, what a search
 * that was read does not list and a retrieve does not find.
 */
export async function look(dicomweb: DicomWebClient, { study, series, instance }: InstancePath): Promise<Sight> {
  const path = { study, series, instance };
  const described = sightOf(await dicomweb.retrieveMetadata(path), path);
  if (described === 'shown') return described;
  const search = await dicomweb.search({ level: 'instances', study, series }, [['SOPInstanceUID', instance]]);
  const found = sightOf(search, path);
  if (found === 'shown' || described === 'absent') return found === 'shown' ? 'shown' : 'absent';
  return found === 'absent' ? sightOf(await dicomweb.retrieveInstance(path), path) : 'unclear';
}

interface Attempt {
  /** Whether the server says that the thing is not there any more. */
  readonly worked: boolean;
  /** Whether it says that it has no such operation. */
  readonly isUnsupported: boolean;
  readonly words: string;
}

/**
 * Statuses by which servers say that they do not delete single instances (RFC 9110 §15.5.6, §15.6.2), 400 and 404 where
 * the route is unknown to them. A refusal such as 403 is no such word: who forbids to delete an instance may forbid more.
 */
const NO_SUCH_OPERATION = [400, 404, 405, 501];

async function deleteWhole(deletions: Deletions, study: string): Promise<Attempt> {
  try {
    return attempted('study', await deletions.whole({ study }));
  } catch (error) {
    if (!(error instanceof UnsafeDeletion)) throw error;
    return { worked: false, isUnsupported: false, words: error.message };
  }
}

/** After a DELETE without effect, the operation is known not to work and is not repeated on every instance. */
async function deleteOneByOne(deletions: Deletions, entries: readonly LedgerEntry[]): Promise<Attempt> {
  let attempt: Attempt = { worked: true, isUnsupported: false, words: '' };
  for (const entry of entries) {
    if (attempt.worked) attempt = attempted('instance', await deletions.instance(entry));
  }
  return attempt;
}

/** An instance that is not there any more was deleted with another one, which says nothing against the operation. */
function attempted(level: 'study' | 'instance', { response, failure }: Exchange): Attempt {
  const status = response?.status ?? 0;
  const answer = response ? String(status) : `with no status (${failure?.code ?? 'no answer'})`;
  return {
    worked: (status >= 200 && status < 300) || status === 404 || status === 410,
    isUnsupported: NO_SUCH_OPERATION.includes(status),
    words: failure?.code === 'credentials' ? LEFT_FOR_CREDENTIALS : `DELETE of the ${level} was answered ${answer}`,
  };
}
