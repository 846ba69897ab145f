import { changeDataSets, on } from '../../changes/answers.ts';
import { withoutAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const storeResponseWithoutReferences: Fault = {
  id: 'store-response-without-references',
  title: 'leaves out ReferencedSOPSequence though everything was stored',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-013', 'STOW-016'],
  behaviour: () => changeDataSets(on('store'), (module) => withoutAttribute(module, '00081199')),
};
