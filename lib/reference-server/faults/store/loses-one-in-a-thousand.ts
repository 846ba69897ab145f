import { losingEvery } from '../../changes/losing-every.ts';
import type { Fault } from '../fault.ts';

export const losesOneInAThousand: Fault = {
  id: 'loses-one-in-a-thousand',
  title: 'acknowledges every thousandth instance and loses it',
  operations: [],
  requirements: ['STOW-032'],
  behaviour: () => losingEvery(1000),
};
