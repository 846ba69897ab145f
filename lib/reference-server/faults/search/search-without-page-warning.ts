import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchWithoutPageWarning: Fault = {
  id: 'search-without-page-warning',
  title: 'does not say that more results remain',
  operations: ['paging'],
  requirements: ['QIDO-062'],
  behaviour: () =>
    changeAnswer(on('search'), (answer) => ({
      ...answer,
      headers: answer.headers.filter(([name]) => name !== 'Warning'),
    })),
};
