import type { Breach } from '../../breaches/breach.ts';
import { kindOf } from '../../breaches/catalogue.ts';
import type { ExchangeRecord } from '../results.ts';
import { type TargetAddress, transactionOf } from '../transaction.ts';

/** Ways to see an instance that a server may serve from different places. */
type Way = 'files' | 'metadata' | 'lists' | 'pixels';

/** What is still shown in fewer ways may have been left by as many caches. */
const LEAST_WAYS = 3;

/**
 * The key of what was deleted and is still shown, where it is shown in most ways: then the delete itself left it there, and not
 * one cache of each way. `breaches`: those that follow from nothing else.
 */
export function keptEverywhere(
  breaches: readonly Breach[],
  exchanges: ReadonlyMap<string, ExchangeRecord>,
  target: TargetAddress,
): (breach: Breach) => readonly string[] {
  const wayOf = (breach: Breach): Way | null => {
    const exchange = kindOf(breach.code).says === 'kept' ? exchanges.get(breach.exchange ?? '') : undefined;
    const transaction = exchange && transactionOf(exchange.request.method, exchange.request.url, target);
    if (transaction?.method !== 'GET') return null;
    if (transaction.service === 'search') return 'lists';
    if (transaction.resource.endsWith('/metadata')) return 'metadata';
    return transaction.resource.endsWith('}') && !transaction.resource.includes('/frames/') ? 'files' : 'pixels';
  };
  const ways = new Set(breaches.flatMap((breach) => wayOf(breach) ?? []));
  return (breach) => (ways.size >= LEAST_WAYS && wayOf(breach) !== null ? ['kept in most ways'] : []);
}
