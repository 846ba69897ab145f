import type { VirtualUser } from '../virtual-user.ts';
import { coreModule } from './core.ts';
import { cryptoModule } from './crypto.ts';
import { dataModule } from './data.ts';
import { encodingModule } from './encoding.ts';
import { executionModule } from './execution.ts';
import { httpModule } from './http.ts';
import { metricsModule } from './metrics.ts';

/**
 * k6's modules as one virtual user sees them, by import name.
 * @param sharedArrays items of the SharedArrays of this thread, as JSON
 */
export function modulesFor(
  user: VirtualUser,
  sharedArrays: Map<string, readonly string[]>,
): Readonly<Record<string, object>> {
  return {
    k6: coreModule(user),
    'k6/http': httpModule(user),
    'k6/metrics': metricsModule(user),
    'k6/execution': executionModule(user),
    'k6/data': dataModule(user, sharedArrays),
    'k6/crypto': cryptoModule,
    'k6/encoding': encodingModule,
  };
}
