import { changeDataSets, on } from '../../changes/answers.ts';
import { changeItems } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

export const storeResponseNamesAnotherClass: Fault = {
  id: 'store-response-names-another-class',
  title: 'names another SOP Class in the response than was sent',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-017'],
  behaviour: () =>
    changeDataSets(on('store'), (module) =>
      changeItems(module, '00081199', (item) => ({
        ...item,
        '00081150': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.2'] },
      })),
    ),
};
