import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const transferSyntaxWildcardRefused: Fault = {
  id: 'transfer-syntax-wildcard-refused',
  title: 'answers 406 to transfer-syntax=*',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-001', 'WADO-RS-002', 'WADO-RS-003', 'WADO-RS-010'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      /transfer-syntax="?\*/.test(request.headers.accept ?? '')
        ? textAnswer(406, 'the wildcard is not supported')
        : next(request, archive),
  }),
};
