import type { Alone } from './alone.ts';
import { laidTogether } from './laid-together.ts';
import { whyNotBoth } from './told.ts';

export type Pair = readonly [Alone, Alone];

/** What becomes of pairs of faults. `hidden`: pairs of which one is not told, without a reason. */
export interface ToldOfPairs {
  readonly told: number;
  readonly reasons: ReadonlyMap<string, number>;
  readonly hidden: readonly string[];
}

/** Every two faults that are each seen alone. */
export function pairsOf(alone: readonly Alone[]): Pair[] {
  const seen = alone.filter(({ lead }) => lead !== undefined);
  return seen.flatMap((one, index) => seen.slice(index + 1).map((other): Pair => [one, other]));
}

/** Lays each pair together and says whether both are told. */
export function toldOfPairs(pairs: readonly Pair[], clean: Alone): ToldOfPairs {
  let told = 0;
  const reasons = new Map<string, number>();
  const hidden: string[] = [];
  for (const [one, other] of pairs) {
    if (!one.lead || !other.lead) continue;
    const why = whyNotBoth(laidTogether(one, other, clean), one.lead, other.lead);
    if (why === null) told++;
    else if (why === undefined) hidden.push(`${one.fault} (${one.lead.code}) + ${other.fault} (${other.lead.code})`);
    else reasons.set(why, (reasons.get(why) ?? 0) + 1);
  }
  return { told, reasons, hidden };
}
