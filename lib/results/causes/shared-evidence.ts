import type { Breach } from '../../breaches/breach.ts';
import type { ExchangeRecord } from '../results.ts';
import type { TargetAddress } from '../transaction.ts';
import { answeredAlike } from './answered-alike.ts';
import { evidenceOf } from './evidence.ts';
import { exchangedValues } from './exchanged-values.ts';
import { familiesOf, manyOfAKind, sameWrongThing } from './families.ts';
import { keptEverywhere } from './kept-everywhere.ts';

/**
 * The keys of breaches that are no consequences: two that share one are one defect. Some are read from a breach alone, such
 * as its code and identity, others from the run: what all requests with something in common are answered with.
 */
export function sharedEvidence(
  breaches: readonly Breach[],
  exchanges: ReadonlyMap<string, ExchangeRecord>,
  target: TargetAddress,
): (breach: Breach) => readonly string[] {
  const familyKeys = familiesOf(breaches, exchanges, target);
  const alike = answeredAlike(breaches, exchanges, target);
  const many = manyOfAKind(breaches);
  const wrongAlike = sameWrongThing(breaches);
  const kept = keptEverywhere(breaches, exchanges, target);
  const exchanged = exchangedValues(breaches, exchanges);
  return (breach) => [
    ...evidenceOf(breach, { exchange: exchanges.get(breach.exchange ?? ''), change: undefined }, target).shared,
    ...familyKeys(breach),
    ...alike(breach).sure,
    ...wrongAlike(breach),
    ...kept(breach),
    ...exchanged(breach),
    ...(many.has(breach.code) ? [`many ${breach.code}`] : []),
  ];
}
