import type { Scenario } from '../../lib/run/scenario.ts';
import { STORE } from '../tutorial/store.ts';
import { PAGING } from './paging.ts';

const STORING = STORE.map(({ id }) => id);

/** Duties of the standard that the tutorial never asks for, each on the study that it stores. */
export const DUTIES: readonly Scenario[] = [PAGING].map((scenario) => ({
  ...scenario,
  needs: [...STORING, ...(scenario.needs ?? [])],
}));
