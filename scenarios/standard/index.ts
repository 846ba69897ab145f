import type { Scenario } from '../../lib/run/scenario.ts';
import { STORES } from '../steps/scenario-ids.ts';
import { KEEP_DATA } from './data.ts';

/** What the standard asks of a server with data of every kind, each scenario on the data sets that it names. */
export const STANDARD: readonly Scenario[] = [...KEEP_DATA].map((scenario) => ({
  ...scenario,
  needs: [...STORES, ...(scenario.needs ?? [])],
}));
