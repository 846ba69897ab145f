import type { ScenarioContext } from './context.ts';

/** Services of the standard as a run groups them; `delete` is a vendor's extension. */
export const SERVICES = ['store', 'retrieve', 'search', 'delete'] as const;
export type Service = (typeof SERVICES)[number];

/** One operation or story played against the target. Static, so that a scenario that never ran keeps its ids. */
export interface Scenario {
  readonly id: string;
  /** A full claim, so that a log reads as sentences. */
  readonly title: string;
  readonly service: Service;
  /** Requirements that it judges. A run in which one of them was not judged says so. */
  readonly covers: readonly string[];
  readonly play: (context: ScenarioContext) => Promise<void>;
}

/** A scenario; the order of its parts is the order in which a reader asks: which, what, why, how. */
export function scenario(
  id: string,
  service: Service,
  title: string,
  covers: readonly string[],
  play: Scenario['play'],
): Scenario {
  return { id, service, title, covers, play };
}
