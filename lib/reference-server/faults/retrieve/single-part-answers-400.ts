import { on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const singlePartAnswers400: Fault = {
  id: 'single-part-answers-400',
  title: 'answers 400 to one instance without multipart',
  operations: ['retrieved-types', 'several-together'],
  requirements: ['WADO-RS-014'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      on('retrieve')(request) && request.headers.accept?.startsWith('application/dicom')
        ? textAnswer(400, 'multipart only')
        : next(request, archive),
  }),
};
