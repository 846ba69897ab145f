import { changeRequest } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const missingAcceptIsAnything: Fault = {
  id: 'missing-accept-is-anything',
  title: 'answers in the default media type where there is no Accept field',
  operations: ['accept'],
  requirements: ['COMMON-009'],
  behaviour: () =>
    changeRequest(
      () => true,
      (request) => ({ ...request, headers: { accept: '*/*', ...request.headers } }),
    ),
};
