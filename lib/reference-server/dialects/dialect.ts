import type { Behaviour } from '../behaviour.ts';

/**
 * A known product as its documentation describes it, played by the reference server: what the profile of that product
 * has to bear without a false alarm.
 */
export interface Dialect {
  readonly id: string;
  readonly title: string;
  /** Profile under which no finding about it may be a failure. */
  readonly profile: string;
  /** Features that the product does not claim, where the profile says nothing of them. */
  readonly denied: readonly string[];
  readonly behaviours: () => readonly Behaviour[];
}
