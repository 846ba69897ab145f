import { changeRequest } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const acceptIgnored: Fault = {
  id: 'accept-ignored',
  title: 'answers in the default media type whatever is acceptable',
  operations: ['unacceptable', 'accept', 'retrieved-types', 'several-together'],
  requirements: ['COMMON-010', 'COMMON-009', 'WADO-RS-015'],
  behaviour: () =>
    changeRequest(
      () => true,
      (request) => ({ ...request, headers: { ...request.headers, accept: '*/*' } }),
    ),
};
