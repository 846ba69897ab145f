import type { DicomWebClient } from '../dicomweb/operations.ts';
import type { Exchange } from '../http/exchange.ts';
import type { RemainsRecord } from '../results/results.ts';
import { type Ledger, type LedgerEntry, remaining } from './ledger.ts';

/**
 * Removes what the ledger says may still be on the server, instance by instance, and asks afterwards whether it is
 * gone. Deletes nothing that this run did not send. What cannot be removed, or cannot be shown to be gone, is returned.
 */
export async function cleanUp(dicomweb: DicomWebClient, ledger: Ledger, canDelete: boolean): Promise<RemainsRecord[]> {
  const remains: RemainsRecord[] = [];
  let deleteWorks = canDelete;
  for (const entry of remaining(ledger)) {
    const before = await isThere(dicomweb, entry);
    if (before === 'gone') {
      ledger.record(entry, 'gone');
      continue;
    }
    if (!deleteWorks) {
      remains.push(remainsOf(entry, before === 'there' ? 'the server offers no DELETE' : 'the server did not say'));
      continue;
    }
    const answer = await dicomweb.delete(entry);
    const after = await isThere(dicomweb, entry);
    if (after === 'gone') {
      ledger.record(entry, 'gone');
      continue;
    }
    // One DELETE that has no effect is enough: an operation that does not work is not repeated on every instance.
    if (answer.response && (answer.response.status === 405 || answer.response.status === 501)) deleteWorks = false;
    remains.push(remainsOf(entry, `DELETE was answered ${describeAnswer(answer)} and it is still there`));
  }
  return remains;
}

async function isThere(dicomweb: DicomWebClient, entry: LedgerEntry): Promise<'there' | 'gone' | 'unknown'> {
  const { response } = await dicomweb.retrieveMetadata(entry);
  if (!response) return 'unknown';
  if (response.status === 404 || response.status === 410) return 'gone';
  return response.status === 200 ? 'there' : 'unknown';
}

function describeAnswer({ response, failure }: Exchange): string {
  return response ? String(response.status) : `with no status (${failure?.code ?? 'no answer'})`;
}

function remainsOf({ study, series, instance }: LedgerEntry, why: string): RemainsRecord {
  return { studyInstanceUid: study, seriesInstanceUid: series, sopInstanceUid: instance, why };
}
