import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const unknownStudySearchAnswers500: Fault = {
  id: 'unknown-study-search-answers-500',
  title: 'answers 500 to a search below a study that it does not have',
  operations: ['T14', 'T16', 'unknown-study'],
  requirements: ['QIDO-007'],
  behaviour: () => ({
    handle: async (request, archive, next) => {
      const { operation, study } = request.route;
      return operation === 'search' && study !== undefined && archive.select({ study }).length === 0
        ? textAnswer(500, 'no such study')
        : next(request, archive);
    },
  }),
};
