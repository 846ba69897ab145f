import { changeDataSets, on } from '../../changes/answers.ts';
import { withoutAttribute } from '../../changes/attributes.ts';
import { changeItems } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

export const storeResponseWithoutInstance: Fault = {
  id: 'store-response-without-instance',
  title: 'leaves ReferencedSOPInstanceUID out of the response',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-017'],
  behaviour: () =>
    changeDataSets(on('store'), (module) =>
      changeItems(module, '00081199', (item) => withoutAttribute(item, '00081155')),
    ),
};
