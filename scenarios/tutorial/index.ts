import type { Scenario } from '../../lib/run/scenario.ts';
import { STORES } from '../steps/scenario-ids.ts';
import { DELETE_INSTANCE, DELETE_SERIES, DELETE_STUDY } from './delete.ts';
import { RETRIEVE_FRAMES } from './frames.ts';
import { INSTANCE_METADATA, SERIES_METADATA, STUDY_METADATA } from './metadata.ts';
import { RETRIEVE_INSTANCE, RETRIEVE_SERIES, RETRIEVE_STUDY } from './retrieve.ts';
import { SEARCH } from './search.ts';
import { STORE } from './store.ts';
import { USE_RETRIEVED } from './use.ts';

const AFTER_STORING: readonly Scenario[] = [
  RETRIEVE_STUDY,
  USE_RETRIEVED,
  STUDY_METADATA,
  RETRIEVE_SERIES,
  SERIES_METADATA,
  RETRIEVE_INSTANCE,
  INSTANCE_METADATA,
  RETRIEVE_FRAMES,
  ...SEARCH,
  DELETE_INSTANCE,
  DELETE_SERIES,
  DELETE_STUDY,
];

/** The twenty operations of the tutorial, in its order: each builds on what the ones before left on the server. */
export const TUTORIAL: readonly Scenario[] = [
  ...STORE,
  ...AFTER_STORING.map((scenario) => ({ ...scenario, needs: [...STORES, ...(scenario.needs ?? [])] })),
];
