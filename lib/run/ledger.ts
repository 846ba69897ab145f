/** Identifies one instance of ours on the server. */
export interface InstanceKey {
  readonly study: string;
  readonly series: string;
  readonly instance: string;
}

/**
 * What of ours may be on the server. `sent`: a store request with it left us; `acknowledged`: the server answered
 * that it was stored; `observed`: it was seen there; `missing`: it was acknowledged, and no answer showed it; `gone`: its
 * deletion was answered with success.
 */
export const LEDGER_STATES = ['sent', 'acknowledged', 'observed', 'missing', 'refused', 'gone'] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

export interface LedgerEntry extends InstanceKey {
  readonly state: LedgerState;
}

/** The account that clean-up goes by: only what stands here is ever deleted. */
export interface Ledger {
  record(key: InstanceKey, state: LedgerState): void;
  /** Last state of every instance that was ever sent. */
  entries(): readonly LedgerEntry[];
  /** Whether an instance was acknowledged or seen on the server and has not been deleted since. */
  holds(instance: string): boolean;
}

/** A ledger over entries that were recorded earlier; `append` keeps each new one. */
export function createLedger(earlier: readonly LedgerEntry[], append: (entry: LedgerEntry) => void): Ledger {
  const states = new Map<string, LedgerEntry>();
  for (const entry of earlier) states.set(entry.instance, entry);
  return {
    record({ study, series, instance }, state) {
      const entry = { study, series, instance, state };
      states.set(instance, entry);
      append(entry);
    },
    entries: () => [...states.values()],
    holds(instance) {
      const state = states.get(instance)?.state;
      return state === 'acknowledged' || state === 'observed';
    },
  };
}

/** Entries that may still be on the server. A refused store may have left something, so it counts until it is gone. */
export function remaining(ledger: Ledger): LedgerEntry[] {
  return ledger.entries().filter(({ state }) => state !== 'gone');
}
