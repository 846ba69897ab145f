import { dropParameters } from '../../changes/drop-parameters.ts';
import type { Fault } from '../fault.ts';

export const searchIgnoresLimit: Fault = {
  id: 'search-ignores-limit',
  title: 'sends more results than limit allows',
  operations: ['paging'],
  requirements: ['QIDO-060'],
  behaviour: () => dropParameters(['limit']),
};
