import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const retrieveWithoutContentType: Fault = {
  id: 'retrieve-without-content-type',
  title: 'leaves out the Content-Type of a retrieve response',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['COMMON-017', 'MP-001'],
  behaviour: () => changeContentType(on('retrieve'), () => null),
};
