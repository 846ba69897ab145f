import type { Fault } from '../fault.ts';
import { renderedIgnoresParameters } from './rendered-ignores-parameters.ts';
import { renderedInverted } from './rendered-inverted.ts';
import { renderedRefused } from './rendered-refused.ts';

/** Faults of rendered resources. */
export const RENDERED_FAULTS: readonly Fault[] = [renderedRefused, renderedIgnoresParameters, renderedInverted];
