import { breach } from '../../breaches/breach.ts';
import type { StatusCode } from '../../breaches/catalogue.ts';
import { RETRIEVED, type StatusExpectation } from '../assess-status.ts';

/** A retrieve that succeeded; `code` is the breach of one that did not. 206 brings what was asked for all the same. */
export function retrieved(code: StatusCode): StatusExpectation {
  return {
    ...RETRIEVED,
    breach: (seen) =>
      seen.status === 206
        ? breach('partial-content-without-range', { kind: 'status' }, { status: 206 })
        : breach(code, { kind: 'status' }, seen),
  };
}
