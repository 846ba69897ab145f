/** Whether a study or series may be deleted as a whole. Imports nothing: the load scripts bundle it for k6. */

/** What one route listed of a study or series. */
export interface InstanceList {
  /** The request in words: `its metadata`. */
  readonly route: string;
  /** SOP Instance UIDs; null where the answer is no list of instances. */
  readonly instances: readonly string[] | null;
  /** How many instances the route says there are, where it counts without naming them. */
  readonly counted?: number;
  /** How the route was answered, as a sentence part: `was answered 500`. */
  readonly answer: string;
  /** Whether the route listed everything of ours earlier in this run: then a list without anything is believed. */
  readonly hasWorked: boolean;
}

/** What this run knows of its own instances in the study or series. */
export interface OwnInstances {
  /** Whether this run stored the instance. */
  isOurs(sopInstanceUID: string): boolean;
  /** Those of ours that are there: a list without one of them does not list everything. */
  readonly held: readonly string[];
}

export type Decision =
  | { readonly kind: 'whole' }
  /** Only instances of ours may be deleted, each by its own path. */
  | { readonly kind: 'one by one'; readonly why: string };

/**
 * A whole may be deleted when one route listed everything of ours in it and no route listed, or counted, anything else. An answer
 * that is no list says nothing: what is not seen is not absent.
 */
export function mayDeleteWhole(lists: readonly InstanceList[], own: OwnInstances): Decision {
  for (const { route, instances, counted } of lists) {
    if (counted !== undefined && counted > own.held.length) {
      return {
        kind: 'one by one',
        why: `${route} counts ${counted} instances, and ${own.held.length} are known to be ours`,
      };
    }
    const stranger = instances === null ? undefined : instances.filter((uid) => !own.isOurs(uid))[0];
    if (stranger !== undefined) {
      return { kind: 'one by one', why: `${route} lists ${stranger || 'something'}, which this run did not store` };
    }
  }
  if (lists.some((list) => listsEverything(list, own))) return { kind: 'whole' };
  const answers = lists.map(({ route, answer }) => `${route} ${answer}`).join(', ');
  return { kind: 'one by one', why: `what else it holds cannot be seen: ${answers}` };
}

/** Whether a list shows that its route works, and so that nothing else is there. */
export function listsEverything({ instances, hasWorked }: InstanceList, { held }: OwnInstances): boolean {
  if (instances === null || (held.length === 0 && !hasWorked)) return false;
  return held.every((uid) => instances.indexOf(uid) >= 0);
}
