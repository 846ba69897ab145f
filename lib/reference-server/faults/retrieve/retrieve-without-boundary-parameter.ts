import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const retrieveWithoutBoundaryParameter: Fault = {
  id: 'retrieve-without-boundary-parameter',
  title: 'leaves the boundary parameter out of multipart/related',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-002'],
  behaviour: () => changeContentType(on('retrieve'), (contentType) => contentType.replace(/; boundary=.*$/, '')),
};
