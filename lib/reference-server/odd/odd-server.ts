import type { Behaviour } from '../behaviour.ts';

/** A server that does what few do and the standard permits: no finding about it may be a failure. */
export interface OddServer {
  /** In kebab case, named after the liberty that it takes. */
  readonly id: string;
  /** What it does, and the text that permits it. */
  readonly title: string;
  /** Makes the behaviour for one server; whatever it remembers belongs to that server. */
  readonly behaviour: () => Behaviour;
}
