import type { Results } from './results.ts';

/** What has to be the same in two runs, or a difference between them may be none of the server. */
const FACTS = ['target', 'product', 'environment', 'profile', 'edition', 'dataset', 'harness'] as const;
export type Fact = (typeof FACTS)[number];

/** Something that makes two sides of a comparison hard to compare. */
export type Caveat =
  | { readonly kind: 'differs'; readonly fact: Fact; readonly before: string; readonly after: string }
  /** Scenarios that were played on one side only. */
  | { readonly kind: 'scenarios'; readonly before: readonly string[]; readonly after: readonly string[] }
  | { readonly kind: 'same-run' }
  | { readonly kind: 'partial'; readonly side: 'before' | 'after' }
  /** Too few load runs to tell a change from what differs between any two runs. */
  | { readonly kind: 'few-runs' };

/** A fact of a run as text; null where the run does not tell it. */
const TOLD: Readonly<Record<Fact, (results: Results) => string | null>> = {
  // The embedded server listens on another port each time.
  target: ({ target }) => (target.embedded ? 'embedded reference server' : target.baseUrl),
  product: ({ target }) => target.stated?.product ?? ownName(target.names),
  environment: ({ target }) => target.stated?.environment ?? null,
  profile: ({ target }) => target.profile.name,
  edition: ({ run }) => run.harness.edition,
  dataset: ({ plan }) => plan.dataset,
  harness: ({ run }) => run.harness.version,
};

/** How a server names itself without the versions: `Archive/4.2` and `Archive/4.3` are one product. */
function ownName(names: readonly string[]): string | null {
  const plain = names.map((name) => name.replace(/\/\S*/g, '').trim()).filter((name) => name !== '');
  return plain.length > 0 ? plain.join(', ') : null;
}

/** The facts in which two sides differ, one or several runs each; what a side does not tell is no difference. Pure. */
export function differences(before: readonly Results[], after: readonly Results[]): Caveat[] {
  return FACTS.flatMap((fact) => {
    const [left, right] = [told(before, fact), told(after, fact)];
    if (left.length === 0 || right.length === 0 || new Set([...left, ...right]).size === 1) return [];
    return [{ kind: 'differs', fact, before: left.join(', '), after: right.join(', ') }];
  });
}

/** The facts that are not the same in all of several runs. Pure. */
export function factsThatDiffer(runs: readonly Results[]): Fact[] {
  return FACTS.filter((fact) => told(runs, fact).length > 1);
}

/** A fact of one run as text; empty where the run does not tell it. */
export function factOf(results: Results, fact: Fact): string {
  return TOLD[fact](results) ?? '';
}

function told(runs: readonly Results[], fact: Fact): string[] {
  return [...new Set(runs.flatMap((results) => TOLD[fact](results) ?? []))].sort();
}

/** Sides with a run that was cut short. */
export function partialSides(before: readonly Results[], after: readonly Results[]): Caveat[] {
  const isPartial = ({ run }: Results): boolean => run.completeness === 'partial';
  const side = (which: 'before' | 'after', runs: readonly Results[]): Caveat[] =>
    runs.some(isPartial) ? [{ kind: 'partial', side: which }] : [];
  return [...side('before', before), ...side('after', after)];
}
