import type { Defect } from '../kit/defect.ts';
import { DELETE } from './delete.ts';
import { HTTP } from './http.ts';
import { LEGAL } from './legal.ts';
import { METADATA } from './metadata.ts';
import { PAIRS } from './pairs.ts';
import { RETRIEVE } from './retrieve.ts';
import { SEARCH } from './search.ts';
import { STATE } from './state.ts';
import { STORE } from './store.ts';

/** A third set, by somebody who knew the standard and servers, and not how the harness judges. */
export const DEFECTS: readonly Defect[] = [
  ...STORE,
  ...RETRIEVE,
  ...METADATA,
  ...SEARCH,
  ...DELETE,
  ...HTTP,
  ...STATE,
  ...PAIRS,
  ...LEGAL,
];
