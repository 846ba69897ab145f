import { on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const anythingIsRefused: Fault = {
  id: 'anything-is-refused',
  title: 'answers 406 to a retrieve of whatever type',
  operations: ['retrieved-types', 'several-together'],
  requirements: ['WADO-RS-016'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      on('retrieve')(request) && request.headers.accept === '*/*'
        ? textAnswer(406, 'which type?')
        : next(request, archive),
  }),
};
