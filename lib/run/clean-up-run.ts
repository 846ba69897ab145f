import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf } from '../deletion/account.ts';
import { createDeletions } from '../deletion/deletions.ts';
import { createLedger, remaining } from '../deletion/ledger.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { createTransport } from '../http/transport.ts';
import { probe } from '../probe/probe.ts';
import type { RemainsRecord } from '../results/results.ts';
import { resolveTarget } from '../target/configuration.ts';
import { cleanUp } from './clean-up.ts';
import { fileJournal, JOURNAL_FILE } from './journal.ts';
import { offeredDeletes } from './preflight.ts';
import { readSetup } from './setup.ts';

/**
 * Cleans up after a run that was killed, by the ledger in its journal. The journal goes on, so that what is gone now
 * is not looked for again.
 *
 * @throws CommandError with exit code 2 for a folder without a run, and 3 for a target that cannot be reached.
 */
export async function cleanUpRun(folder: string, say: (line: string) => void): Promise<readonly RemainsRecord[]> {
  const path = join(folder, JOURNAL_FILE);
  if (!existsSync(path))
    throw new CommandError(`${folder} holds no ${JOURNAL_FILE}: it is no folder of a conformance run`);
  const journal = fileJournal(path);
  // Whether an instance is disputed was recorded when it was refused.
  const ledger = createLedger(
    journal.entries().flatMap((entry) => (entry.kind === 'ledger' ? [entry.entry] : [])),
    (entry) => journal.append({ kind: 'ledger', entry }),
  );
  const left = remaining(ledger);
  if (left.length === 0) return [];
  const { target: input } = readSetup(folder);
  if (input.embedded) return [];
  const target = resolveTarget(input, process.env);
  const spoolFolder = join(folder, 'spool');
  const transport = createTransport({ target, spoolFolder });
  try {
    const outcome = await probe(target, transport);
    if (outcome.kind !== 'ready') throw new CommandError(outcome.message, EXIT_CODES.unreachable, outcome.hint);
    say(`Deleting from ${target.baseUrl}, one by one, ${left.length} instances of the run …`);
    let count = 0;
    const sending = { target, transport, nextExchangeId: () => `clean-up.${++count}` };
    const dicomweb = createDicomWebClient(sending);
    const deletions = createDeletions(sending, dicomweb, accountOf(ledger));
    return await cleanUp({ dicomweb, deletions, ledger, offered: offeredDeletes(target, outcome) });
  } finally {
    transport.close();
    rmSync(spoolFolder, { recursive: true, force: true });
  }
}
