import type { InstancePath, ResourcePath, StudyPath } from '../dicomweb/operations.ts';
import type { Ledger } from './ledger.ts';

/** What may be deleted: every deletion asks it first. */
export interface Account {
  /** Whether the instance may be deleted; `series` is left out where only the study is known that it is in. */
  isOurs(path: StudyPath & { readonly series?: string; readonly instance: string }): boolean;
  /** Those of ours that are known to be there, as far as the server acknowledged or showed them. */
  held(within: ResourcePath): readonly InstancePath[];
}

/** By the ledger of a run: what it sent, unless the server refused it under a UID that others may use. */
export function accountOf(ledger: Ledger): Account {
  return {
    isOurs: ({ study, series, instance }) =>
      ledger
        .entries()
        .some(
          (entry) =>
            entry.instance === instance &&
            entry.study === study &&
            (series === undefined || entry.series === series) &&
            !entry.isDisputed,
        ),
    held: (within) => ledger.entries().filter((entry) => ledger.holds(entry.instance) && isWithin(entry, within)),
  };
}

/** Whether an instance lies in a study or series, or is the one that is named. */
export function isWithin(path: InstancePath, within: ResourcePath): boolean {
  return (
    path.study === within.study &&
    (!('series' in within) || path.series === within.series) &&
    (!('instance' in within) || path.instance === within.instance)
  );
}
