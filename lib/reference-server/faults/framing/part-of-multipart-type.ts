import { changePartHeaders, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partOfMultipartType: Fault = {
  id: 'part-of-multipart-type',
  title: 'labels parts as multipart/mixed',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-003', 'MP-006'],
  behaviour: () =>
    changePartHeaders(on('retrieve'), (headers) =>
      headers.map(([name, value]) => [name, name === 'Content-Type' ? 'multipart/mixed' : value] as const),
    ),
};
