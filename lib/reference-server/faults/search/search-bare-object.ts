import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchBareObject: Fault = {
  id: 'search-bare-object',
  title: 'sends a single match without the array around it',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['QIDO-005'],
  behaviour: () =>
    changeBody(on('search'), (body) => (body.toString().includes('},{"0') ? body : body.subarray(1, body.length - 1))),
};
