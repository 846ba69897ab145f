import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeResponseWithoutLocation: Fault = {
  id: 'store-response-without-location',
  title: 'leaves out Location and Content-Location though something was created',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-028'],
  behaviour: () => changeAnswer(on('store'), (answer) => ({ ...answer, headers: [] })),
};
