import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchLabelledAsText: Fault = {
  id: 'search-labelled-as-text',
  title: 'labels search results as text/plain',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['QIDO-003'],
  behaviour: () => changeContentType(on('search'), () => 'text/plain'),
};
