import { changePartHeaders, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partWithoutLocation: Fault = {
  id: 'part-without-location',
  title: 'leaves out the Content-Location of parts',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-008'],
  behaviour: () =>
    changePartHeaders(on('retrieve'), (headers) => headers.filter(([name]) => name !== 'Content-Location')),
};
