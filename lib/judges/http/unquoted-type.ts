import { servedType } from '../../answers/served-type.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { answered, assessServedType, assessShown, type LookedFor, type Retrieved, showsIt } from '../assess-served.ts';
import { assessStatus, RETRIEVED } from '../assess-status.ts';
import { assessTaken } from '../assess-taken.ts';
import { refusals } from '../beside-twin.ts';
import { completeResponse } from '../complete-response.ts';

const ONE_FORM = 'works with quotation marks only, as a note in PS3.18 §8.7.1 says of some servers';
/** Both forms are legal, and a server that knows one of them is warned of, whichever way it refuses the other. */
const REFUSED = { ...refusals(ONE_FORM), 500: ONE_FORM, 501: ONE_FORM };

/** COMMON-016: the type parameter of Accept without quotation marks; `twin` has them, and is served as the same type. */
export function takesUnquotedAccept({ exchange, twin, instance }: Retrieved): Finding {
  return assess('COMMON-016', 'takes the type parameter of Accept without quotation marks', [exchange, twin], (a) => {
    const response = answered(exchange, twin, instance, a);
    const warn = { ...RETRIEVED.warn, ...REFUSED };
    const expectation = { ...RETRIEVED, warn, code: 'unquoted-type-refused' } as const;
    if (!response || !assessStatus(response, expectation, a)) return;
    const wanted = servedType(twin.response ?? response);
    if (assessServedType(response, wanted, 'unquoted-type-changes-type', a.should)) assessShown(exchange, instance, a);
  });
}

/** COMMON-016: the type parameter of a store without quotation marks; `twin` was stored with them. */
export function takesUnquotedStore({ store, look, instance }: LookedFor, twin: LookedFor): Finding {
  const claim = 'takes the type parameter of Content-Type without quotation marks';
  return assess('COMMON-016', claim, [store, look, twin.store, twin.look], (a) => {
    const response = showsIt(twin.look, twin.instance, a) ? completeResponse(store, a) : null;
    const refusal = { warn: REFUSED, code: 'unquoted-type-refused' } as const;
    if (response && assessTaken(response, refusal, a)) assessShown(look, instance, a, 'unquoted-type-loses-store');
  });
}
