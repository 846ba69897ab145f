import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessShown, type LookedFor, showsIt } from '../assess-served.ts';
import { assessTaken } from '../assess-taken.ts';
import { completeResponse } from '../complete-response.ts';

/**
 * MP-010: a store with a preamble, an epilogue, a boundary in quotation marks and part headers in lower case, one of them
 * unknown. `twin` was stored without any of it.
 */
export function copesWithUnusualFraming({ store, look, instance }: LookedFor, twin: LookedFor): Finding {
  const claim = 'copes with a preamble, an epilogue, a quoted boundary and unusual part headers';
  return assess('MP-010', claim, [store, look, twin.store, twin.look], (a) => {
    const response = showsIt(twin.look, twin.instance, a) ? completeResponse(store, a) : null;
    if (response && assessTaken(response, { code: 'unusual-framing-refused' }, a))
      assessShown(look, instance, a, 'unusual-framing-loses-store');
  });
}
