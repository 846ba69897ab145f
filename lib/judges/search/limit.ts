import type { SearchLevel } from '../../answers/levels.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { uidsOf } from './pages.ts';

/**
 * QIDO-060: limit counts what matches, and not what is looked through. Each search asks for one entity of `whole` by its
 * UID, with the limit 1.
 */
export function limitCountsMatches(
  whole: Exchange,
  level: SearchLevel,
  singles: readonly { readonly uid: string; readonly exchange: Exchange }[],
): Finding {
  const exchanges = [whole, ...singles.map(({ exchange }) => exchange)];
  return assess('QIDO-060', 'counts with limit what matches the keys', exchanges, (a) => {
    const all = uidsOf(whole, level, 2, a);
    if (!all) return;
    for (const { uid, exchange } of singles.filter((single) => all.includes(single.uid))) {
      const uids = uidsOf(exchange, level, 0, a);
      if (!uids) return;
      a.about(exchange).must(uids.length > 0, () =>
        breach('limit-counts-candidates', { kind: 'exchange' }, { level, uid }),
      );
    }
  });
}
