import { withBoundary } from '../../changes/boundary.ts';
import type { Fault } from '../fault.ts';

export const boundaryOf71Characters: Fault = {
  id: 'boundary-of-71-characters',
  title: 'delimits parts with a boundary of 71 characters',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-005'],
  behaviour: () => withBoundary('x'.repeat(71)),
};
