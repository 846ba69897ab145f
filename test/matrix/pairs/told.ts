import type { Breach } from '../../../lib/breaches/breach.ts';
import { sharedEvidence } from '../../../lib/results/causes/shared-evidence.ts';
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
/** Why two faults look like one defect, by how what their breaches share begins. */
const SHARED: readonly (readonly [key: RegExp, reason: string])[] = [
  [/^refused /, 'one view refuses both with one status'],
  [/^answered alike: /, 'requests with something in common are all answered with one status'],
  [/^store answered /, 'stores are answered with one success in place of the same other one'],
  [/^altered: |^pixels of /, 'values or pixels are altered alike'],
  [/^foreign /, 'the same foreign instance comes in both views of one resource'],
  [/^instead of a list /, 'the same stands in the place of each list'],
  [/^family /, 'nothing of one service that was asked for works, and all of it fails alike'],
  [/^page /, 'the same page, or nothing, is answered to both'],
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
  const links = consequencesOf(run);
  const linked = [links.get(one), links.get(other)].filter((link) => link !== undefined);
  for (const link of linked) {
    const [, reason] = REASONS.find(([beginning]) => beginning.test(link)) ?? [];
    if (reason !== undefined) return reason;
  }
  const [shared] = sharedBy(run, one, other);
  return SHARED.find(([beginning]) => beginning.test(shared ?? ''))?.[1];
}

/** What makes one defect of both: keys of evidence that each of them has. */
function sharedBy(run: CauseFacts, one: Breach, other: Breach): readonly string[] {
  const links = consequencesOf(run);
  const breaches = run.scenarios.flatMap(({ findings }) => findings.flatMap((finding) => finding.breaches));
  const roots = breaches.filter((breach) => !links.has(breach));
  const evidence = sharedEvidence(roots, new Map(run.exchanges.map((made) => [made.id, made])), run.target);
  const keys = new Set(evidence(other));
  return evidence(one).filter((key) => keys.has(key));
}
