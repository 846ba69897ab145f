import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const searchIncludefieldListAnswers400: Fault = {
  id: 'search-includefield-list-answers-400',
  title: 'refuses a list of attributes in includefield with 400',
  operations: ['include-field'],
  requirements: ['QIDO-031'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      request.query.some(([name, value]) => name === 'includefield' && value.includes(','))
        ? textAnswer(400, 'includefield names one attribute')
        : next(request, archive),
  }),
};
