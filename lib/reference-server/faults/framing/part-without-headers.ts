import { changePartHeaders, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partWithoutHeaders: Fault = {
  id: 'part-without-headers',
  title: 'sends parts with no header fields at all but their length',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-006', 'MP-008'],
  behaviour: () => changePartHeaders(on('retrieve'), () => []),
};
