import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchWildcardsLiteral: Fault = {
  id: 'search-wildcards-literal',
  title: 'takes wildcards for ordinary characters',
  operations: ['wildcards'],
  requirements: ['QIDO-044'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.query.map(([name, value]) => [name, value.replaceAll(/[*?]/g, '#')] as const),
    })),
};
