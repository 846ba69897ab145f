import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const studySearchTakesWildcardsLiterally: Fault = {
  id: 'study-search-takes-wildcards-literally',
  title: 'takes wildcards for ordinary characters in searches for studies',
  operations: ['study-wildcards'],
  requirements: ['QIDO-044'],
  behaviour: () =>
    changeRequest(on('search', 'studies'), (request) => ({
      ...request,
      query: request.query.map(([name, value]) => [name, value.replaceAll(/[*?]/g, '#')] as const),
    })),
};
