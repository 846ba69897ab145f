import { tagOf } from '../../dicom/dictionary.ts';
import { changeRequest, on } from '../changes/answers.ts';
import type { Fault } from './fault.ts';

export const searchIgnoresKeywords: Fault = {
  id: 'search-ignores-keywords',
  title: 'knows matching keys by tag only',
  operations: [],
  requirements: ['QIDO-048'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.query.filter(([name]) => tagOf(name) === null),
    })),
};
