import { breach } from '../../breaches/breach.ts';
import type { StatusCode } from '../../breaches/catalogue.ts';
import { RETRIEVED, type StatusExpectation } from '../assess-status.ts';

/** A retrieve that succeeded; `code` is the breach of one that did not. 206 brings what was asked for all the same. */
export function retrieved(code: StatusCode): StatusExpectation {
  return {
    ...RETRIEVED,
    breach: (seen) => breach(seen.status === 206 ? 'unexpected-status' : code, { kind: 'status' }, seen),
  };
}
