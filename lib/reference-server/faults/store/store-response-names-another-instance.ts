import { changeDataSets, on } from '../../changes/answers.ts';
import { changeItems } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

export const storeResponseNamesAnotherInstance: Fault = {
  id: 'store-response-names-another-instance',
  title: 'names an instance that was not sent in the response',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-016', 'STOW-017'],
  behaviour: () =>
    changeDataSets(on('store'), (module) =>
      changeItems(module, '00081199', (item) => ({ ...item, '00081155': { vr: 'UI', Value: ['2.25.42'] } })),
    ),
};
