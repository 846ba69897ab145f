import type { Fault } from '../fault.ts';
import { renderedAsGif } from './rendered-as-gif.ts';
import { renderedIgnoresParameters } from './rendered-ignores-parameters.ts';
import { renderedInverted } from './rendered-inverted.ts';
import { renderedRefused } from './rendered-refused.ts';
import { renderedSmall } from './rendered-small.ts';

/** Faults of rendered resources. */
export const RENDERED_FAULTS: readonly Fault[] = [
  renderedRefused,
  renderedIgnoresParameters,
  renderedInverted,
  renderedAsGif,
  renderedSmall,
];
