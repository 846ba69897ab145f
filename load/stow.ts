/**
 * Stores unique synthetic instances (PS3.18 section 10.5).
 *
 *   k6 run -e TARGET=http://127.0.0.1:8080 load/stow.ts
 */
import type { Options } from 'k6/options';
import { operation } from './shared/operations.ts';
import { beginRun, type RunData, writer } from './shared/run.ts';
import { scenario, thresholds } from './shared/shapes.ts';

const stored = operation('store');

export const options: Options = {
  scenarios: { store: scenario('default', 1) },
  thresholds: thresholds({ operations_failed: ['rate<0.01'] }),
};

export const setup = beginRun;

export default async function (run: RunData): Promise<void> {
  await writer(run).storeNext(stored);
}
