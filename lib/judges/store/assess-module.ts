import { describeBody } from '../../answers/response.ts';
import { type StoreModule, storeModuleOf } from '../../answers/store-response.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Assessment } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';

/** The module of a complete response; null after saying why there is none to look at. */
export function assessableModule(exchange: Exchange, a: Assessment): StoreModule | null {
  const response = completeResponse(exchange, a);
  const module = response && storeModuleOf(response);
  if (response && !module) a.cannot('prerequisite-failed', `no store response module: ${describeBody(response)}`);
  return module;
}
