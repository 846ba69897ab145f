import type { Defect } from '../kit/defect.ts';
import { DELETE } from './delete.ts';
import { FRAMES } from './frames.ts';
import { HTTP } from './http.ts';
import { LEGAL } from './legal.ts';
import { METADATA } from './metadata.ts';
import { PAIRS } from './pairs.ts';
import { RENDERED } from './rendered.ts';
import { RETRIEVE } from './retrieve.ts';
import { SEARCH } from './search.ts';
import { STATE } from './state.ts';
import { STORE } from './store.ts';

/** A fourth set, by somebody who knew the standard and the defects of real servers, and not how the harness judges. */
export const DEFECTS: readonly Defect[] = [
  ...STORE,
  ...RETRIEVE,
  ...FRAMES,
  ...RENDERED,
  ...METADATA,
  ...SEARCH,
  ...DELETE,
  ...HTTP,
  ...STATE,
  ...PAIRS,
  ...LEGAL,
];
