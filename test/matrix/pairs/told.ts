import type { Breach } from '../../../lib/breaches/breach.ts';
import { sharedEvidence } from '../../../lib/results/causes/shared-evidence.ts';
import { identityOf } from '../../../lib/results/fingerprint.ts';
import { type CauseFacts, causesOf, consequencesOf } from '../../../lib/results/first-cause.ts';

/** Why two faults are told as one problem, by how what links their breaches begins. */
const REASONS: readonly (readonly [link: RegExp, reason: string])[] = [
  [/^(spoiled|whole|characters) /, 'the answer that would show it cannot be read'],
  [/^misread /, 'the server misreads the request that would show it'],
  [/^(lost|stored by|lost by|kept) /, 'the instance that would show it is lost, or was not touched'],
  [/^page from /, 'a page acknowledges nothing'],
  [/^kept below /, 'the list still holds what was deleted'],
  [/^unlisted /, 'what no search lists is found by no key'],
  [/^foreign /, 'the answer holds somebody else’s content'],
  [/^link /, 'the link that leads there is wrong'],
  [/^other at /, 'somebody else’s content is answered where the link leads'],
  [/^removed by a store/, 'a store removes what was there before'],
  [/^stale lists/, 'the lists were not changed by a delete'],
  [/^frames? gone /, 'the frames are gone'],
  [/^parts labelled /, 'all parts have one wrong label'],
  [/^pixels altered /, 'the picture shows pixels that were altered already'],
  [/^stored otherwise /, 'the value that would be found was altered when it was stored'],
  [/^(status|header|json|element|part|byte) /, 'both stand at one place of one answer'],
  [/^(absent|foreign|altered|ignored) |^\d/, 'both say the same of one attribute or one answer'],
  [/^refused /, 'one view refuses both with one status'],
  [/^answered alike: /, 'requests with something in common are all answered with one status'],
  [/^store answered /, 'stores are answered with one success in place of the same other one'],
  [/^written in the answer to a store/, 'one attribute is wrong in the answers to stores'],
  [/^exchanged /, 'two values of one answer are exchanged'],
  [/^altered: |^pixels |^bytes /, 'values or pixels are altered alike'],
  [/^(values of|labelled) /, 'both show the same other instance or label'],
  [/^instead of a list /, 'the same stands in the place of each list'],
  [/^family /, 'nothing of one service that was asked for works, and all of it fails alike'],
  [/^(page|unknown page)/, 'the same page, or nothing, is answered to both'],
  [/^code /, 'both show the same breach'],
];

/**
 * Whether both leads are told in a run, and if not, why one of them is not: null where both are, or the reason; undefined
 * where there is none.
 */
export function whyNotBoth(run: CauseFacts, one: Breach, other: Breach): string | null | undefined {
  const groupOf = (lead: Breach) =>
    causes.find(({ sightings }) => sightings.some(({ breaches }) => breaches.includes(lead)));
  const causes = causesOf(run);
  const group = groupOf(one);
  if (group !== groupOf(other)) return null;
  if (one.code === other.code && identityOf(one).join() === identityOf(other).join()) return 'both are the same breach';
  const [first] = pathBetween(run, one, other);
  return REASONS.find(([beginning]) => beginning.test(first ?? ''))?.[1];
}

/**
 * What joins two breaches of one problem: links of consequences and keys of shared evidence, along the shortest way from one
 * to the other. That one breach was seen several times joins nothing.
 */
function pathBetween(run: CauseFacts, one: Breach, other: Breach): readonly string[] {
  const edges = edgesOf(run);
  const reached = new Map<Breach, readonly string[]>([[one, []]]);
  for (const [breach, path] of reached) {
    if (breach === other) return path.filter((label) => !label.startsWith('code '));
    for (const [next, label] of edges(breach)) if (!reached.has(next)) reached.set(next, [...path, label]);
  }
  return [];
}

/** The breaches that stand beside one in its problem, each with what joins them. */
function edgesOf(run: CauseFacts): (breach: Breach) => readonly (readonly [Breach, string])[] {
  const links = consequencesOf(run);
  const breaches = run.scenarios.flatMap(({ findings }) => findings.flatMap((finding) => finding.breaches));
  const roots = breaches.filter((breach) => !links.has(breach));
  const keysOf = sharedEvidence(roots, new Map(run.exchanges.map((made) => [made.id, made])), run.target);
  const keys = new Map(roots.map((root) => [root, keysOf(root)]));
  return (breach) => {
    const from = links.get(breach);
    const own = new Set(keys.get(breach));
    return [
      ...(from ? [[from.cause, from.link] as const] : []),
      ...[...links].flatMap(([next, { cause, link }]) => (cause === breach ? [[next, link] as const] : [])),
      ...roots.flatMap((root) =>
        (keys.get(root) ?? []).filter((key) => own.has(key)).map((key) => [root, key] as const),
      ),
    ];
  };
}
