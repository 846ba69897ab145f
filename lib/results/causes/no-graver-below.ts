import type { Breach } from '../../breaches/breach.ts';
import { type Consequence, classOf } from '../../breaches/consequences.ts';
import { HARMS, type Harm } from '../../breaches/harm.ts';

interface Harming {
  readonly breaches: readonly Breach[];
  readonly consequence: Consequence;
}

interface Linked<S> {
  readonly cause: S;
  readonly link: string;
}

/** What cannot be read, or is looked for by a wrong question or at the end of a wrong link, may seem missing or altered. */
const UNREAD = /^(spoiled|misread|link|frames? gone) /;
/** Nobody's answer makes somebody else's data, and no data are lost in it. */
const SEEN_ANYWAY: readonly Harm[] = ['data-lost', 'wrong-patient-or-image'];
/**
 * These show that the consequence is none by itself: nothing was acknowledged, what was deleted is still listed, what is shown is
 * the same under another UID, or what is not counted is not listed either.
 */
const PROVEN =
  /^(page from|stored by|vr \S+ at|kept below|pixels altered throughout|renamed to|unlisted below) |^stale lists/;

/**
 * Takes away the links by which a milder cause would hide a graver breach, by the class of harm: its problem is told for itself
 * then. A link stays where the cause keeps the breach from being seen for what it is. Warnings are graver than no failure.
 */
export function withoutGraverBelow<S extends Harming, L extends Linked<S>>(causes: Map<S, L>): Map<S, L> {
  const chainOf = (start: S): readonly S[] => {
    const cause = causes.get(start)?.cause;
    return cause === undefined ? [start] : [start, ...chainOf(cause)];
  };
  // From the causes on: what stands for itself is the cause of what follows from it.
  const nearestFirst = [...causes.keys()].toSorted((left, right) => chainOf(left).length - chainOf(right).length);
  for (const one of nearestFirst) {
    const chain = chainOf(one);
    // What is as grave as this one follows from the milder one for a reason of its own, which is then the reason of both.
    const at = chain.findLastIndex((cause) => !isGraver(one, cause));
    const [last, milder] = [chain[at], chain[at + 1]];
    const link = last && causes.get(last)?.link;
    if (milder && link !== undefined && !mayStandBelow(one, milder, link)) causes.delete(one);
  }
  return causes;
}

/** Whether a link to a cause does not hide what a breach does to people: it is no graver, or cannot be seen for what it is. */
export function mayStandBelow(one: Harming, cause: Harming, link: string): boolean {
  if (!isGraver(one, cause) || PROVEN.test(link)) return true;
  return UNREAD.test(link) && !SEEN_ANYWAY.includes(classOf(one.consequence));
}

/** By class of harm; a warning is no graver than a failure. */
function isGraver(one: Harming, other: Harming): boolean {
  if (isFailure(other) && !isFailure(one)) return false;
  return HARMS.indexOf(classOf(one.consequence)) < HARMS.indexOf(classOf(other.consequence));
}

function isFailure({ breaches }: Harming): boolean {
  return breaches.some(({ grade }) => grade === 'fail');
}
