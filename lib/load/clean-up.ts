import type { Account } from '../deletion/account.ts';
import { createDeletions } from '../deletion/deletions.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { Transport } from '../http/plain-transport.ts';
import { isOwnInstance, isOwnStudy, ownSeries } from '../portable/own-instances.ts';
import type { PlanRecord, RemainsRecord } from '../results/results.ts';
import { deleteStudies, notSeenGone } from './delete-studies.ts';
import { type LedgerFile, readLedger } from './ledger-file.ts';
import type { LoadPlan } from './plan.ts';
import type { StudyLooks } from './study-looks.ts';

/** What load runs stored is known by its UIDs; which of it the target took, only a list tells. */
export const OF_LOAD_RUNS: Account = {
  isOurs: ({ study, instance }) => isOwnInstance(study, instance),
  isOurSeries: ({ study, series }) => isOwnStudy(study) && series === ownSeries(study),
  isOwnUid: () => true,
  held: () => [],
  stored: () => null,
  trial: null,
};

/** What cleaning up after a load run goes by. */
interface AfterLoad {
  readonly run: LoadPlan;
  readonly plan: PlanRecord;
  readonly ledger: LedgerFile;
  readonly transport: Transport;
  readonly say: (line: string) => void;
  /** With what was seen of the studies that the script `delete` was to delete. */
  readonly looks: StudyLooks;
  /** Ends the clean-up: what is left is told, and stays in the ledger. */
  readonly stop: AbortSignal;
}

/**
 * Deletes what the run stored, where it can and may; tells what stays, or was not seen to be gone, and leaves just that in the
 * ledger.
 */
export async function cleanUp(after: AfterLoad): Promise<readonly RemainsRecord[]> {
  const { run, plan, ledger, transport, say, looks, stop } = after;
  const { script, target, settings } = run;
  let count = 0;
  const sending = { target, transport, nextExchangeId: () => `load.clean-up.${++count}` };
  const dicomweb = createDicomWebClient(sending);
  const stored = ledger.studies();
  const visibilityMs = target.profile.visibilityWindowMs;
  // A server of our own is gone with everything on it as soon as the run is over.
  const isGoneAnyway = target.embedded || stored.length === 0;
  if (script !== 'delete' && !isGoneAnyway && plan.stays !== null) {
    return stored.map((study) => ({ studyInstanceUid: study, why: plan.stays ?? '' }));
  }
  let left: readonly RemainsRecord[] = [];
  if (script === 'delete') left = await notSeenGone({ dicomweb, looks, stop }, studiesToDelete(settings), visibilityMs);
  else if (!isGoneAnyway) {
    say(`Deleting ${stored.length} studies.`);
    const deletions = createDeletions(sending, dicomweb, OF_LOAD_RUNS);
    const instancesOf = (study: string) => ledger.instancesOf(study);
    left = await deleteStudies({ dicomweb, deletions, looks, instancesOf, stop }, stored, visibilityMs);
  }
  ledger.reduceTo(left.map(({ studyInstanceUid }) => studyInstanceUid));
  return left;
}

/** What the script `delete` is to delete. */
export function studiesToDelete({ ledger }: LoadPlan['settings']): readonly string[] {
  return ledger === undefined ? [] : readLedger(ledger);
}
