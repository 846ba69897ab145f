import { changeDataSets, on } from '../../changes/answers.ts';
import { withoutAttribute } from '../../changes/attributes.ts';
import { changeItems } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

export const storeResponseWithoutInstanceUrl: Fault = {
  id: 'store-response-without-instance-url',
  title: 'leaves the RetrieveURL of instances out of the response',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-021'],
  behaviour: () =>
    changeDataSets(on('store'), (module) =>
      changeItems(module, '00081199', (item) => withoutAttribute(item, '00081190')),
    ),
};
