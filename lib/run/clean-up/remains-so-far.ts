import { join } from 'node:path';
import { createLedger, type LedgerEntry, remaining } from '../../deletion/ledger.ts';
import { fileJournal, JOURNAL_FILE } from '../journal.ts';

/** What of ours may be on the server by the journal of a run that is under way, or was ended in the middle. */
export function remainsSoFar(runFolder: string): LedgerEntry[] {
  const entries = fileJournal(join(runFolder, JOURNAL_FILE)).entries();
  return remaining(
    createLedger(
      entries.flatMap((entry) => (entry.kind === 'ledger' ? [entry.entry] : [])),
      () => {},
    ),
  );
}
