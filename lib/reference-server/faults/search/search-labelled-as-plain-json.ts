import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchLabelledAsPlainJson: Fault = {
  id: 'search-labelled-as-plain-json',
  title: 'labels search results as application/json',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['QIDO-003', 'JSON-026'],
  behaviour: () => changeContentType(on('search'), () => 'application/json'),
};
