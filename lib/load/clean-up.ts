import type { Account } from '../deletion/account.ts';
import { createDeletions } from '../deletion/deletions.ts';
import { createDicomWebClient } from '../dicomweb/client.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import type { Transport } from '../http/plain-transport.ts';
import { isOwnInstance } from '../portable/own-instances.ts';
import type { PlanRecord, RemainsRecord } from '../results/results.ts';
import { deleteStudies, stillShown } from './delete-studies.ts';
import { type LedgerFile, readLedger } from './ledger-file.ts';
import type { LoadPlan } from './plan.ts';

/** What load runs stored is known by its UIDs; which of it the target took, only a list tells. */
export const OF_LOAD_RUNS: Account = {
  isOurs: ({ study, instance }) => isOwnInstance(study, instance),
  isOwnUid: () => true,
  held: () => [],
  stored: () => null,
  trial: null,
};

/** Deletes what the run stored, where it can and may; tells what stays, and leaves just that in the ledger. */
export async function cleanUp(
  run: LoadPlan,
  plan: PlanRecord,
  ledger: LedgerFile,
  transport: Transport,
  say: (line: string) => void,
): Promise<readonly RemainsRecord[]> {
  const { script, target } = run;
  let count = 0;
  const sending = { target, transport, nextExchangeId: () => `load.clean-up.${++count}` };
  const dicomweb = createDicomWebClient(sending);
  const stored = ledger.studies();
  // A server of our own is gone with everything on it as soon as the run is over.
  const isGoneAnyway = target.embedded || stored.length === 0;
  if (script !== 'delete' && !isGoneAnyway && plan.stays !== null) {
    return stored.map((study) => ({ studyInstanceUid: study, why: plan.stays ?? '' }));
  }
  let left: readonly RemainsRecord[] = [];
  if (script === 'delete') left = await notDeleted(run, dicomweb);
  else if (!isGoneAnyway) {
    say(`Deleting ${stored.length} studies.`);
    const deletions = createDeletions(sending, dicomweb, OF_LOAD_RUNS);
    const instancesOf = (study: string) => ledger.instancesOf(study);
    left = await deleteStudies({ dicomweb, deletions, instancesOf }, stored, target.profile.visibilityWindowMs);
  }
  ledger.reduceTo(left.map(({ studyInstanceUid }) => studyInstanceUid));
  return left;
}

/** What the script delete was to delete, and is there. */
function notDeleted({ settings, target }: LoadPlan, dicomweb: DicomWebClient): Promise<readonly RemainsRecord[]> {
  const studies = settings.ledger === undefined ? [] : readLedger(settings.ledger);
  return stillShown(dicomweb, studies, target.profile.visibilityWindowMs);
}
