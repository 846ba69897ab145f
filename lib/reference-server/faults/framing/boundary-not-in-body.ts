import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const boundaryNotInBody: Fault = {
  id: 'boundary-not-in-body',
  title: 'names a boundary in the Content-Type that never occurs in the body',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-004'],
  behaviour: () => changeContentType(on('retrieve'), (contentType) => `${contentType}-of-another-answer`),
};
