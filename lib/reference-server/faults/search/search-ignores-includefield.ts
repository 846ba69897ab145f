import { dropParameters } from '../../changes/drop-parameters.ts';
import type { Fault } from '../fault.ts';

export const searchIgnoresIncludefield: Fault = {
  id: 'search-ignores-includefield',
  title: 'returns nothing beside the default attributes',
  operations: ['include-field', 'include-levels'],
  requirements: ['QIDO-032', 'QIDO-034'],
  behaviour: () => dropParameters(['includefield']),
};
