import { isSuccess } from '../answers/response.ts';
import type { ExchangeResponse } from '../http/exchange.ts';
import type { Assessment } from './assess.ts';
import { assessStatus, type StatusExpectation } from './assess-status.ts';

/** What a refusal of a store is; any success takes it, and which one it should have been STOW-006 and -041 say. */
export type Refusal = Pick<StatusExpectation, 'warn'> & Required<Pick<StatusExpectation, 'code'>>;

/** Whether a store was taken, as it has to be. */
export function assessTaken(response: ExchangeResponse, refusal: Refusal, a: Assessment): boolean {
  if (!isSuccess(response)) return assessStatus(response, { pass: [200, 202], ...refusal }, a);
  a.holds();
  return true;
}
