import type { DataSetName } from '../../fixtures/sets/index.ts';
import type { Claim, Profile } from '../target/profile.ts';
import type { ScenarioContext } from './context.ts';

/** Services of the standard as a run groups them; `delete` is a vendor's extension. */
const SERVICES = ['store', 'retrieve', 'search', 'delete'] as const;
type Service = (typeof SERVICES)[number];

/** One operation or story played against the target. Static, so that a scenario that never ran keeps its ids. */
export interface Scenario {
  readonly id: string;
  /** A full claim, so that a log reads as sentences. */
  readonly title: string;
  readonly service: Service;
  /** Requirements that it judges. A run in which one of them was not judged says so. */
  readonly covers: readonly string[];
  /** Those without which the operation was not shown to work: while one of them was not judged, neither was it. */
  readonly proves: readonly string[];
  /** Features that it exercises: one that the profile denies makes it `incomplete(not-claimed)`. */
  readonly features: readonly (keyof Profile['features'])[];
  /** Ids of the scenarios that it builds on: they are played before it even where it alone is asked for. */
  readonly needs?: readonly string[];
  /** The named data sets that it stores, or asks about: it is played where all of them were chosen. */
  readonly data?: readonly DataSetName[];
  /** Set where it sends more than GET, HEAD and OPTIONS, though its service is neither store nor delete. */
  readonly writes?: true;
  /** At most so many instances beside the data set does it store, under fresh UIDs: the plan announces them as copies. */
  readonly copies?: number;
  /** What has to have succeeded before, in words, when it has not; null when the scenario can be played. */
  readonly obstacle: (context: ScenarioContext) => string | null;
  readonly play: (context: ScenarioContext) => Promise<void>;
}

/** Whether a scenario can be played only where the run may write. */
export function isWriting({ service, writes, data }: Pick<Scenario, 'service' | 'writes' | 'data'>): boolean {
  // What asks about a named data set needs it stored.
  return writes === true || data !== undefined || service === 'store' || service === 'delete';
}

/** What a profile says of the features that a scenario exercises: `no` where it denies one, `yes` where it claims all. */
export function claimOf({ features }: Pick<Scenario, 'features'>, claims: Profile['features']): Claim {
  const said = features.map((feature) => claims[feature]);
  return said.includes('no') ? 'no' : said.includes('unknown') ? 'unknown' : 'yes';
}

/** Those of the scenarios that were selected, and all that they build on, in the order given. */
export function withNeeded(scenarios: readonly Scenario[], selected: readonly string[]): Scenario[] {
  const wanted = new Set(selected);
  // What a scenario builds on stands before it, so one pass from the end finds what is needed by what is needed.
  for (const { id, needs = [] } of scenarios.toReversed())
    if (wanted.has(id)) for (const need of needs) wanted.add(need);
  return scenarios.filter(({ id }) => wanted.has(id));
}
