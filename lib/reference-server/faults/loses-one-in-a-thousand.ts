import type { Fault } from './fault.ts';
import { losingEvery } from './losing-every.ts';

export const losesOneInAThousand: Fault = {
  id: 'loses-one-in-a-thousand',
  title: 'acknowledges every thousandth instance and loses it',
  operations: [],
  requirements: ['STOW-032'],
  behaviour: () => losingEvery(1000),
};
