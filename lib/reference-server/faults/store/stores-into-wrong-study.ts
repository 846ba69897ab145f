import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storesIntoWrongStudy: Fault = {
  id: 'stores-into-wrong-study',
  title: 'keeps instances of another study than the path names',
  operations: ['partial-store', 'refused-store'],
  requirements: ['STOW-007', 'STOW-008', 'STOW-012'],
  behaviour: () =>
    changeRequest(on('store'), ({ route: { study: _, ...route }, ...request }) => ({ ...request, route })),
};
