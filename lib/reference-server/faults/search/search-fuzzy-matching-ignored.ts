import { dropParameters } from '../../changes/drop-parameters.ts';
import type { Fault } from '../fault.ts';

export const searchFuzzyMatchingIgnored: Fault = {
  id: 'search-fuzzy-matching-ignored',
  title: 'matches literally with fuzzymatching=true and does not say so',
  operations: ['fuzzy-matching'],
  requirements: ['QIDO-054'],
  behaviour: () => dropParameters(['fuzzymatching']),
};
