import { alterationIn } from '../../breaches/alterations/alterations.ts';
import type { Breach } from '../../breaches/breach.ts';
import { kindOf } from '../../breaches/catalogue.ts';
import type { ExchangeRecord } from '../results.ts';
import { askedOf } from './request.ts';

/** The key of two attributes of one answer of which each has the value of the other: a server that exchanges them has one defect. */
export function exchangedValues(
  breaches: readonly Breach[],
  exchanges: ReadonlyMap<string, ExchangeRecord>,
): (breach: Breach) => readonly string[] {
  const changeOf = (breach: Breach): Change | null => {
    const exchange = exchanges.get(breach.exchange ?? '');
    return exchange ? changeIn(breach, askedOf(exchange)) : null;
  };
  const known = new Set(breaches.flatMap((breach) => keyOf(changeOf(breach))));
  return (breach) => {
    const change = changeOf(breach);
    if (change === null) return [];
    const [key = ''] = keyOf(change);
    const [reverse = ''] = keyOf({ ...change, was: change.is, is: change.was });
    return known.has(reverse) ? [`exchanged ${[key, reverse].toSorted().join(' and ')}`] : [];
  };
}

/** What a value was and is, and the answer that holds it. */
interface Change {
  readonly was: string;
  readonly is: string;
  readonly asked: string;
}

function changeIn(breach: Breach, asked: string): Change | null {
  if (kindOf(breach.code).says !== 'altered') return null;
  const { was = [], is = [] } = alterationIn(breach) ?? {};
  const values = { was: was.join('\\'), is: is.join('\\') };
  return values.was === '' || values.is === '' ? null : { ...values, asked };
}

function keyOf(change: Change | null): readonly string[] {
  return change === null ? [] : [`${change.was} to ${change.is} in ${change.asked}`];
}
