import { on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

const isRetrieve = on(['retrieve', 'metadata']);

export const deleteBreaksWhatItWasIn: Fault = {
  id: 'delete-breaks-what-it-was-in',
  title: 'answers 404 for the study and series that a part was deleted from',
  operations: ['T18', 'T19'],
  requirements: ['WADO-RS-001', 'WADO-RS-030'],
  behaviour: () => {
    const broken = new Set<string>();
    return {
      async handle(request, archive, next) {
        const { operation, study = '', instance } = request.route;
        if (operation === 'delete') broken.add(study);
        const isWhole = isRetrieve(request) && instance === undefined && broken.has(study);
        return isWhole ? textAnswer(404, 'not found') : next(request, archive);
      },
    };
  },
};
