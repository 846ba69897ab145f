import { changeDataSets, on } from '../../changes/answers.ts';
import { changeItems } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

export const storeResponseWithWarningReason: Fault = {
  id: 'store-response-with-warning-reason',
  title: 'gives a WarningReason though nothing was changed',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-007', 'STOW-023'],
  behaviour: () =>
    changeDataSets(on('store'), (module) =>
      changeItems(module, '00081199', (item) => ({ ...item, '00081196': { vr: 'US', Value: [45056] } })),
    ),
};
