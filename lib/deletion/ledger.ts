/** Identifies one instance of ours on the server. */
export interface InstanceKey {
  readonly study: string;
  readonly series: string;
  readonly instance: string;
}

/**
 * What of ours may be on the server. `sent`: a store request with it left us; `acknowledged`: the server answered
 * that it was stored; `observed`: it was seen there; `missing`: it was acknowledged, and no answer showed it; `refused`:
 * the server answered that it was not stored; `gone`: it was seen not to be there any more.
 */
export const LEDGER_STATES = ['sent', 'acknowledged', 'observed', 'missing', 'refused', 'gone'] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

export interface LedgerEntry extends InstanceKey {
  readonly state: LedgerState;
  /** The server refused it under a UID that others may use: what it holds under that UID may be theirs. */
  readonly isDisputed?: true;
}

/** A data set of a user's may have UIDs that are not quite legal. */
const UID = /^[0-9.]{1,128}$/;

/** Whether a value that was read from a file is an entry: three UIDs and a state. */
export function isLedgerEntry(value: unknown): value is LedgerEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { study, series, instance, state } = value as Partial<Record<keyof LedgerEntry, unknown>>;
  const areUids = [study, series, instance].every((uid) => typeof uid === 'string' && UID.test(uid));
  return areUids && LEDGER_STATES.some((one) => one === state);
}

/** The account that every deletion goes by: only what stands here is ever deleted. */
export interface Ledger {
  record(key: InstanceKey, state: LedgerState): void;
  /** Last state of every instance that was ever sent. */
  entries(): readonly LedgerEntry[];
  /** Whether an instance was acknowledged or seen on the server and has not been deleted since. */
  holds(instance: string): boolean;
  /** UIDs of the data set under which others may store as well, since this run did not make them. */
  readonly shared: ReadonlySet<string>;
}

/**
 * A ledger over entries that were recorded earlier; `append` keeps each new one. `shared` holds the UIDs that
 * this run did not make itself, so that others may store under them.
 */
export function createLedger(
  earlier: readonly LedgerEntry[],
  append: (entry: LedgerEntry) => void,
  shared: ReadonlySet<string> = new Set(),
): Ledger {
  const states = new Map<string, LedgerEntry>();
  for (const entry of earlier) states.set(entry.instance, entry);
  return {
    record({ study, series, instance }, state) {
      const wasDisputed = states.get(instance)?.isDisputed === true && state !== 'acknowledged';
      const isDisputed = wasDisputed || (state === 'refused' && shared.has(instance));
      const entry = { study, series, instance, state, ...(isDisputed ? { isDisputed: true as const } : {}) };
      states.set(instance, entry);
      append(entry);
    },
    entries: () => [...states.values()],
    holds(instance) {
      const state = states.get(instance)?.state;
      return state === 'acknowledged' || state === 'observed';
    },
    shared,
  };
}

/** A ledger that shows instances of others as being there, and keeps nothing: what it holds is for reading alone. */
export function ledgerOfOthers(instances: readonly InstanceKey[]): Ledger {
  const seen = instances.map(({ study, series, instance }) => ({
    study,
    series,
    instance,
    state: 'observed' as const,
  }));
  return createLedger(seen, () => {});
}

/** Entries that may still be on the server. A refused store may have left something, so it counts until it is gone. */
export function remaining(ledger: Ledger): LedgerEntry[] {
  return ledger.entries().filter(({ state }) => state !== 'gone');
}
