import { tagOf } from '../../../dicom/dictionary.ts';
import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchIgnoresKeywords: Fault = {
  id: 'search-ignores-keywords',
  title: 'knows matching keys by tag only',
  operations: ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'],
  requirements: ['QIDO-010', 'QIDO-011', 'QIDO-013', 'QIDO-048'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.query.filter(([name]) => tagOf(name) === null),
    })),
};
