import type { Behaviour } from '../behaviour.ts';

/** The twenty operations of the tutorial. */
export type TutorialOperation = `T${'0' | '1'}${'1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '0'}` | 'T20';

/** Scenarios beside the tutorial that the faults know of. */
export type Duty =
  | 'several-stores'
  | 'partial-store'
  | 'refused-store'
  | 'faulty-store'
  | 'changed-content'
  | 'content-location'
  | 'metadata-as-xml'
  | 'rendered'
  | 'other-parent'
  | 'faulty-path'
  | 'lists'
  | 'paging'
  | 'spelling'
  | 'study-keys'
  | 'series-keys'
  | 'instance-keys'
  | 'parent-keys'
  | 'uid-list'
  | 'wildcards'
  | 'study-wildcards'
  | 'date-range'
  | 'time-range'
  | 'several-keys'
  | 'encoded-keys'
  | 'include-field'
  | 'include-levels'
  | 'exact-values'
  | 'tolerated-keys'
  | 'fuzzy-matching'
  | 'unknown-study'
  | 'results-as-xml'
  | 'faulty-search'
  | 'unacceptable'
  | 'accept'
  | 'choice-of-type'
  | 'head'
  | 'retrieved-types'
  | 'several-together'
  | 'unquoted-type'
  | 'unusual-framing'
  | 'http'
  | 'challenge';

/** A named, deliberate defect of the reference server. */
export interface Fault {
  /** In kebab case, named after what is broken. */
  readonly id: string;
  /** What the server does wrong, as a sentence part: `answers 201 to a store that should be 200`. */
  readonly title: string;
  /** Operations of the tutorial and duties beside it whose answers differ; none for defects that only other requests meet. */
  readonly operations: readonly (TutorialOperation | Duty)[];
  /** Requirements of which at least one has to notice. */
  readonly requirements: readonly string[];
  /** Makes the behaviour for one server; whatever it remembers belongs to that server. */
  readonly behaviour: () => Behaviour;
}
