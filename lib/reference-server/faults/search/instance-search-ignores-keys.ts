import { ignoreKeys } from '../../changes/ignore-keys.ts';
import type { Fault } from '../fault.ts';

export const instanceSearchIgnoresKeys: Fault = {
  id: 'instance-search-ignores-keys',
  title: 'answers a search for instances with every instance',
  operations: ['T15', 'T16', 'T17'],
  requirements: ['QIDO-013'],
  behaviour: () => ignoreKeys('instances'),
};
