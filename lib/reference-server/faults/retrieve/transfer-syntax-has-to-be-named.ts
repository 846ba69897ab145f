import { on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const transferSyntaxHasToBeNamed: Fault = {
  id: 'transfer-syntax-has-to-be-named',
  title: 'answers 406 to a retrieve that does not say a transfer syntax',
  operations: ['retrieved-types'],
  requirements: ['WADO-RS-006'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      on('retrieve')(request) && !/transfer-syntax|^\*\/\*$/.test(request.headers.accept ?? '')
        ? textAnswer(406, 'in which transfer syntax?')
        : next(request, archive),
  }),
};
