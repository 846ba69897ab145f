import { changeDataSets, on } from '../../changes/answers.ts';
import { withoutAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const storeResponseWithoutStudyUrl: Fault = {
  id: 'store-response-without-study-url',
  title: 'leaves the RetrieveURL of the study out of the response',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-021'],
  behaviour: () => changeDataSets(on('store'), (module) => withoutAttribute(module, '00081190')),
};
