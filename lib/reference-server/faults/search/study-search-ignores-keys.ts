import { ignoreKeys } from '../../changes/ignore-keys.ts';
import type { Fault } from '../fault.ts';

export const studySearchIgnoresKeys: Fault = {
  id: 'study-search-ignores-keys',
  title: 'answers a search for studies with every study',
  operations: ['T12'],
  requirements: ['QIDO-010', 'QIDO-006'],
  behaviour: () => ignoreKeys('studies'),
};
