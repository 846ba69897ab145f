import type { Fault } from './fault.ts';
import { storeAnswers201 } from './store-answers-201.ts';

export type { Fault, TutorialOperation } from './fault.ts';

/** Every named fault, in the order in which they are listed. */
export const FAULTS: readonly Fault[] = [storeAnswers201];
