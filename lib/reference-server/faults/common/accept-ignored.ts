import { changeRequest } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const acceptIgnored: Fault = {
  id: 'accept-ignored',
  title: 'answers in the default media type whatever is acceptable',
  operations: ['unacceptable'],
  requirements: ['COMMON-010', 'COMMON-012'],
  behaviour: () =>
    changeRequest(
      () => true,
      (request) => ({ ...request, headers: { ...request.headers, accept: '*/*' } }),
    ),
};
