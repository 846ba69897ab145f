import { changePartHeaders, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partWithoutContentType: Fault = {
  id: 'part-without-content-type',
  title: 'leaves out the Content-Type of parts',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-006'],
  behaviour: () => changePartHeaders(on('retrieve'), (headers) => headers.filter(([name]) => name !== 'Content-Type')),
};
