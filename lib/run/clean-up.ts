import { setTimeout as sleep } from 'node:timers/promises';
import { instancesIn, type Sight, sightOf } from '../answers/sight.ts';
import type { DicomWebClient, InstancePath } from '../dicomweb/operations.ts';
import type { Exchange } from '../http/exchange.ts';
import type { RemainsRecord } from '../results/results.ts';
import { type Ledger, type LedgerEntry, type LedgerState, remaining } from './ledger.ts';

/** Time for a store whose answer never came to finish on the server, in milliseconds. */
const STILL_STORING_MS = 1_500;

/**
 * Removes what the ledger says may still be on the server, and asks afterwards whether it is gone. Deletes nothing
 * that this run did not send: a study as a whole only when nothing else is seen in it. What cannot be removed, or
 * cannot be shown to be gone, is returned.
 */
export async function cleanUp(dicomweb: DicomWebClient, ledger: Ledger, canDelete: boolean): Promise<RemainsRecord[]> {
  if (remaining(ledger).some(({ state }) => state === 'sent')) await sleep(STILL_STORING_MS);
  const studies = new Set(remaining(ledger).map(({ study }) => study));
  const remains: RemainsRecord[] = [];
  for (const study of studies) {
    const ours = (): LedgerEntry[] => remaining(ledger).filter((entry) => entry.study === study);
    const wasShown = ledger.entries().some((entry) => entry.study === study && SHOWN.includes(entry.state));
    await recordWhatIsGone(dicomweb, ledger, ours(), wasShown);
    let why = 'the server offers no DELETE';
    if (canDelete && ours().length > 0) {
      const attempt = (await holdsOnly(dicomweb, study, ours()))
        ? attempted('study', await dicomweb.delete({ study }))
        : await deleteOneByOne(dicomweb, ours());
      await recordWhatIsGone(dicomweb, ledger, ours(), wasShown || attempt.worked);
      why = attempt.words;
    }
    remains.push(...remainsOf(ours(), why));
  }
  return remains;
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
 * Looks for each entry. What was refused and cannot be seen was not stored. From a server that acknowledged a store, showed nothing of it and did not delete it either, not
 * being shown says nothing: `isTelling` is false.
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
    if (sight === 'absent' || (sight === 'unclear' && entry.state === 'refused')) ledger.record(entry, 'gone');
  }
}

/** Looks for an instance. Absent is what neither metadata nor search shows. */
export async function look(dicomweb: DicomWebClient, { study, series, instance }: InstancePath): Promise<Sight> {
  const path = { study, series, instance };
  const described = sightOf(await dicomweb.retrieveMetadata(path), path);
  if (described !== 'absent') return described;
  const found = await dicomweb.search({ level: 'instances', study, series }, [['SOPInstanceUID', instance]]);
  return sightOf(found, path) === 'shown' ? 'shown' : 'absent';
}

/** Whether the study can be seen to hold these instances and no others. */
async function holdsOnly(dicomweb: DicomWebClient, study: string, entries: readonly LedgerEntry[]): Promise<boolean> {
  const metadata = await dicomweb.retrieveMetadata({ study });
  const seen = instancesIn(metadata);
  return seen?.every((uid) => entries.some(({ instance }) => instance === uid)) ?? false;
}

interface Attempt {
  /** Whether the server says that the thing is not there any more. */
  readonly worked: boolean;
  readonly words: string;
}

/** After a DELETE without effect, the operation is known not to work and is not repeated on every instance. */
async function deleteOneByOne(dicomweb: DicomWebClient, entries: readonly LedgerEntry[]): Promise<Attempt> {
  let attempt: Attempt = { worked: true, words: '' };
  for (const { study, series, instance } of entries) {
    if (attempt.worked) attempt = attempted('instance', await dicomweb.delete({ study, series, instance }));
  }
  return attempt;
}

/** An instance that is not there any more was deleted with another one, which says nothing against the operation. */
function attempted(level: 'study' | 'instance', { response, failure }: Exchange): Attempt {
  const status = response?.status ?? 0;
  const answer = response ? String(status) : `with no status (${failure?.code ?? 'no answer'})`;
  return {
    worked: (status >= 200 && status < 300) || status === 404 || status === 410,
    words: `DELETE of the ${level} was answered ${answer}`,
  };
}
