import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const redirectsInACircle: Fault = {
  id: 'redirects-in-a-circle',
  title: 'redirects retrieves to the URL that was asked for',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['COMMON-001'],
  behaviour: () =>
    changeAnswer(on('retrieve'), (_, { path }) => ({
      status: 302,
      headers: [['Location', path.replace(/^.*\//, '')]],
      content: { kind: 'none' },
    })),
};
