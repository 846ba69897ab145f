import { dropParameters } from '../../changes/drop-parameters.ts';
import type { Fault } from '../fault.ts';

export const searchIgnoresOffset: Fault = {
  id: 'search-ignores-offset',
  title: 'starts every page with the first match',
  operations: ['paging'],
  requirements: ['QIDO-060'],
  behaviour: () => dropParameters(['offset']),
};
