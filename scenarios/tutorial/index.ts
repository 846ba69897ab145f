import type { Scenario } from '../../lib/run/scenario.ts';
import { RETRIEVE } from './retrieve.ts';
import { STORE } from './store.ts';

/** The twenty operations of the tutorial, in its order: each builds on what the ones before left on the server. */
export const TUTORIAL: readonly Scenario[] = [...STORE, ...RETRIEVE];
