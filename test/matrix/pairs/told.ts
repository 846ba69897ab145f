import type { Breach } from '../../../lib/breaches/breach.ts';
import { identityOf } from '../../../lib/results/fingerprint.ts';
import { type CauseFacts, causesOf, consequencesOf } from '../../../lib/results/first-cause.ts';

/** Why one fault may keep another from being seen, by how what links them begins. */
const REASONS: readonly (readonly [link: RegExp, reason: string])[] = [
  [/^(spoiled|whole) /, 'the answer that would show it cannot be read'],
  [/^misread /, 'the server misreads the request that would show it'],
  [/^(lost|stored by|lost by|kept) /, 'the instance that would show it is lost, or was not touched'],
  [/^page /, 'a page acknowledges nothing'],
  [/^kept below /, 'the list still holds what was deleted'],
  [/^foreign /, 'the answer holds somebody else’s content'],
  [/^link /, 'the link that leads there is wrong'],
  [/^other at /, 'somebody else’s content is answered where the link leads'],
  [/^stale lists/, 'the lists were not changed by a delete'],
  [/^frames? gone /, 'the frames are gone'],
  [/^pixels altered /, 'the picture shows pixels that were altered already'],
  [/^stored otherwise /, 'the value that would be found was altered when it was stored'],
  [/^(status|header|json|element|part|byte) /, 'both stand at one place of one answer'],
  [/^(absent|foreign|altered|ignored) |^\d/, 'both say the same of one attribute or one answer'],
];
const SAME = 'both are the same breach';

/**
 * Whether both leads are told in a run, and if not, why one of them is not: null where both are, or the reason; undefined
 * where there is none.
 */
export function whyNotBoth(run: CauseFacts, one: Breach, other: Breach): string | null | undefined {
  const causes = causesOf(run);
  const groupOf = (lead: Breach) => causes.find(({ sightings }) => sightings.some(({ breach }) => breach === lead));
  const [left, right] = [groupOf(one), groupOf(other)];
  if (left !== right) return null;
  if (one.code === other.code && identityOf(one).join() === identityOf(other).join()) return SAME;
  const [status, answered] = [one, other].map(successInPlaceOf);
  if (status !== null && status === answered) return 'one success in place of the same other one has one reason';
  const links = consequencesOf(run);
  const linked = [links.get(one), links.get(other)].filter((link) => link !== undefined);
  for (const link of linked) {
    const [, reason] = REASONS.find(([beginning]) => beginning.test(link)) ?? [];
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** A success that stands in place of another one; null where a breach is no such. */
function successInPlaceOf({ where, parameters: { status, expected } }: Breach): string | null {
  const statuses = [status, ...(Array.isArray(expected) ? expected : [null])];
  return where.kind === 'status' && statuses.every((one) => /^2/.test(String(one))) ? statuses.join() : null;
}
