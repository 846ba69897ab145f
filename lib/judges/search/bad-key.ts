import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { otherRefusals, statusBesideTwin } from '../beside-twin.ts';
import { levelAsked } from './asked.ts';
import { listedUids } from './results.ts';

/**
 * QIDO-008: a key with an impossible value is refused; to ignore it, or to match nothing, is tolerated. `unmatched` has a
 * proper value that nothing has: where that lists something too, the key is never heeded, which is a breach of its own.
 */
export function refusesBadKey(exchange: Exchange, twin: Exchange, unmatched: Exchange | null = null): Finding {
  const claim = 'answers 400 to an invalid value of a key';
  if (unmatched && listedUids(unmatched, levelAsked(unmatched)).length > 0) {
    return assess('QIDO-008', claim, [exchange, unmatched], (a) => {
      a.cannot('prerequisite-failed', `the key was not seen to select by a value that it can have (${unmatched.id})`);
    });
  }
  const ignored = 'the key is ignored, or matches nothing';
  return statusBesideTwin('QIDO-008', claim, exchange, twin, {
    pass: [400],
    warn: { ...otherRefusals(400), 200: ignored, 204: ignored },
    code: 'bad-key-not-refused',
  });
}
