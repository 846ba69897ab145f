import { dropParameters } from '../../changes/drop-parameters.ts';
import type { Fault } from '../fault.ts';

export const searchIgnoresIncludefield: Fault = {
  id: 'search-ignores-includefield',
  title: 'returns nothing beside the default attributes',
  operations: [],
  requirements: ['QIDO-031', 'QIDO-032'],
  behaviour: () => dropParameters(['includefield']),
};
