import type { StoredInstance } from '../dicom/instance.ts';
import type { InstancePath, ResourcePath, SeriesPath, StudyPath } from '../dicomweb/operations.ts';
import type { Ledger, LedgerState } from './ledger.ts';

/** What may be deleted: every deletion asks it first. */
export interface Account {
  /** Whether the instance may be deleted; `series` is left out where only the study is known that it is in. */
  isOurs(path: StudyPath & { readonly series?: string; readonly instance: string }): boolean;
  /** Whether the run stored something in a series. */
  isOurSeries(path: SeriesPath): boolean;
  /** Whether the run made a UID itself: nobody else stores under it. */
  isOwnUid(uid: string): boolean;
  /** Those of ours that are known to be there, as far as the server acknowledged or showed them. */
  held(within: ResourcePath): readonly InstancePath[];
  /** What was stored under a path; null where that is not known any more. */
  stored(path: InstancePath): StoredInstance | null;
  /** What a DELETE is tried on first; null where nothing may be stored for that. */
  readonly trial: Trial | null;
}

/** An instance that is stored only to see that a DELETE deletes what the reads show, and nothing else. */
export interface Trial {
  /** One under UIDs that were made for it. */
  make(): StoredInstance;
  /** Another one in the same series. */
  makeBeside(instance: StoredInstance): StoredInstance;
  /** Keeps the ledger of it. */
  record(instance: StoredInstance, state: LedgerState): void;
}

/** What a run stores: by it the content of an instance is known, and something to try a DELETE on. */
export interface Stored {
  readonly instances: readonly StoredInstance[];
  /** A copy under UIDs that are made for it, in the series of another one where that is given. */
  readonly copy: (beside?: StoredInstance) => StoredInstance;
}

/** By the ledger of a run: what it sent, unless the server refused it under a UID that others may use. */
export function accountOf(ledger: Ledger, stored: Stored): Account & { readonly trial: Trial } {
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
    isOurSeries: (path) => ledger.entries().some((entry) => isWithin(entry, path) && !entry.isDisputed),
    isOwnUid: (uid) => !ledger.shared.has(uid),
    held: (within) => ledger.entries().filter((entry) => ledger.holds(entry.instance) && isWithin(entry, within)),
    stored: (path) => stored.instances.find((one) => isWithin(one, path)) ?? null,
    trial: {
      make: () => stored.copy(),
      makeBeside: (instance) => stored.copy(instance),
      record: (instance, state) => ledger.record(instance, state),
    },
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
