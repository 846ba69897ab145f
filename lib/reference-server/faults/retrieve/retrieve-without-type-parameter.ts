import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const retrieveWithoutTypeParameter: Fault = {
  id: 'retrieve-without-type-parameter',
  title: 'leaves the type parameter out of multipart/related',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-002'],
  behaviour: () => changeContentType(on('retrieve'), (contentType) => contentType.replace(/ type="[^"]*";/, '')),
};
