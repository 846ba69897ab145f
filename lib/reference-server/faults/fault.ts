import type { Behaviour } from '../behaviour.ts';

/** A named, deliberate defect of the reference server. */
export interface Fault {
  /** In kebab case, named after what is broken. */
  readonly id: string;
  /** What the server does wrong, as a sentence part: `answers 201 to a store that should be 200`. */
  readonly title: string;
  /**
   * Ids of the scenarios that meet the fault, and of those whose answers they compare with: the fault matrix plays these
   * and what they need. None for a fault that only other requests meet.
   */
  readonly scenarios: readonly string[];
  /** Requirements of which at least one has to notice. */
  readonly requirements: readonly string[];
  /** Code of the breach that comes first in the report when this fault alone is on. */
  readonly breach?: string;
  /** Makes the behaviour for one server; whatever it remembers belongs to that server. */
  readonly behaviour: () => Behaviour;
}

/** Operations of the tutorial that use one service, for faults that all of them meet. */
export const TUTORIAL = {
  store: ['T01', 'T02', 'T03'],
  retrieve: ['T04', 'T07', 'T09'],
  metadata: ['T06', 'T08', 'T10'],
  search: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  delete: ['T18', 'T19', 'T20'],
} as const;
