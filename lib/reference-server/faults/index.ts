import { COMMON_FAULTS } from './common/index.ts';
import { DELETE_FAULTS } from './delete/index.ts';
import type { Fault } from './fault.ts';
import { FILES_FAULTS } from './files/index.ts';
import { FRAMES_FAULTS } from './frames/index.ts';
import { FRAMING_FAULTS } from './framing/index.ts';
import { METADATA_FAULTS } from './metadata/index.ts';
import { RENDERED_FAULTS } from './rendered/index.ts';
import { RETRIEVE_FAULTS } from './retrieve/index.ts';
import { SEARCH_FAULTS } from './search/index.ts';
import { STORE_FAULTS } from './store/index.ts';

export type { Fault, TutorialOperation } from './fault.ts';

/** Every named fault, in the order in which they are listed. */
export const FAULTS: readonly Fault[] = [
  ...STORE_FAULTS,
  ...RETRIEVE_FAULTS,
  ...FRAMING_FAULTS,
  ...FILES_FAULTS,
  ...FRAMES_FAULTS,
  ...RENDERED_FAULTS,
  ...METADATA_FAULTS,
  ...SEARCH_FAULTS,
  ...DELETE_FAULTS,
  ...COMMON_FAULTS,
];
