import type { DicomWebClient } from '../dicomweb/operations.ts';
import type { Exchange } from '../http/exchange.ts';
import { instancesIn, type Sight, sightOf } from '../judges/sight.ts';
import type { RemainsRecord } from '../results/results.ts';
import { type Ledger, type LedgerEntry, remaining } from './ledger.ts';

/**
 * Removes what the ledger says may still be on the server, and asks afterwards whether it is gone. Deletes nothing
 * that this run did not send: a study as a whole only when nothing else is seen in it. What cannot be removed, or
 * cannot be shown to be gone, is returned.
 */
export async function cleanUp(dicomweb: DicomWebClient, ledger: Ledger, canDelete: boolean): Promise<RemainsRecord[]> {
  const studies = new Set(remaining(ledger).map(({ study }) => study));
  const remains: RemainsRecord[] = [];
  for (const study of studies) {
    const ours = (): LedgerEntry[] => remaining(ledger).filter((entry) => entry.study === study);
    await recordWhatIsGone(dicomweb, ledger, ours());
    let attempt = 'the server offers no DELETE';
    if (canDelete && ours().length > 0) {
      attempt = (await holdsOnly(dicomweb, study, ours()))
        ? `DELETE of the study was answered ${describeAnswer(await dicomweb.delete({ study }))}`
        : await deleteOneByOne(dicomweb, ours());
      await recordWhatIsGone(dicomweb, ledger, ours());
    }
    for (const entry of ours()) remains.push(remainsOf(entry, attempt));
  }
  return remains;
}

async function recordWhatIsGone(
  dicomweb: DicomWebClient,
  ledger: Ledger,
  entries: readonly LedgerEntry[],
): Promise<void> {
  for (const entry of entries) {
    if ((await look(dicomweb, entry)) === 'absent') ledger.record(entry, 'gone');
  }
}

async function look(dicomweb: DicomWebClient, { study, series, instance }: LedgerEntry): Promise<Sight> {
  const path = { study, series, instance };
  return sightOf(await dicomweb.retrieveMetadata(path), path);
}

/** Whether the study can be seen to hold these instances and no others. */
async function holdsOnly(dicomweb: DicomWebClient, study: string, entries: readonly LedgerEntry[]): Promise<boolean> {
  const metadata = await dicomweb.retrieveMetadata({ study });
  const seen = instancesIn(metadata);
  return seen?.every((uid) => entries.some(({ instance }) => instance === uid)) ?? false;
}

/** After a DELETE without effect, the operation is known not to work and is not repeated on every instance. */
async function deleteOneByOne(dicomweb: DicomWebClient, entries: readonly LedgerEntry[]): Promise<string> {
  let attempt = '';
  for (const { study, series, instance } of entries) {
    const answer = await dicomweb.delete({ study, series, instance });
    attempt = `DELETE of the instance was answered ${describeAnswer(answer)}`;
    if (!answer.response || answer.response.status >= 400) return attempt;
  }
  return attempt;
}

function describeAnswer({ response, failure }: Exchange): string {
  return response ? String(response.status) : `with no status (${failure?.code ?? 'no answer'})`;
}

function remainsOf({ study, series, instance }: LedgerEntry, why: string): RemainsRecord {
  return { studyInstanceUid: study, seriesInstanceUid: series, sopInstanceUid: instance, why };
}
