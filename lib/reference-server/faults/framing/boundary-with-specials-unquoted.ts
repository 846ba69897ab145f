import { withBoundary } from '../../changes/boundary.ts';
import type { Fault } from '../fault.ts';

export const boundaryWithSpecialsUnquoted: Fault = {
  id: 'boundary-with-specials-unquoted',
  title: 'leaves a boundary unquoted that holds characters outside token',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-005'],
  behaviour: () => withBoundary('part=of(the):answer'),
};
