import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const typeParameterWithoutName: Fault = {
  id: 'type-parameter-without-name',
  title: 'writes the value of the type parameter into Content-Type without its name',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['COMMON-017', 'MP-002'],
  behaviour: () => changeContentType(on('retrieve'), (contentType) => contentType.replace(/type="([^"]*)"/, '$1')),
};
