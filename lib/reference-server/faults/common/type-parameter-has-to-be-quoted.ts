import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

const UNQUOTED = /;\s*type=[^"]/;

export const typeParameterHasToBeQuoted: Fault = {
  id: 'type-parameter-has-to-be-quoted',
  title: 'cannot read a type parameter without quotation marks',
  operations: ['retrieved-types', 'unquoted-type'],
  requirements: ['COMMON-016'],
  behaviour: () => ({
    async handle(request, archive, next) {
      const { accept = '', 'content-type': contentType = '' } = request.headers;
      if (UNQUOTED.test(accept)) return textAnswer(406, 'the Accept field cannot be read');
      return UNQUOTED.test(contentType) ? textAnswer(415, 'the type is none') : next(request, archive);
    },
  }),
};
