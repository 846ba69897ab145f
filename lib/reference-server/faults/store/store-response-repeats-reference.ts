import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const storeResponseRepeatsReference: Fault = {
  id: 'store-response-repeats-reference',
  title: 'lists a stored instance twice',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-016'],
  behaviour: () =>
    changeDataSets(on('store'), (module) =>
      withAttribute(module, '00081199', ({ vr, Value = [] }) => ({ vr, Value: [...Value, ...Value] })),
    ),
};
