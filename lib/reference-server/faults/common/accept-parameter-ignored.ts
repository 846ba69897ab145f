import { changeRequest } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const acceptParameterIgnored: Fault = {
  id: 'accept-parameter-ignored',
  title: 'takes no notice of the accept query parameter',
  operations: ['choice-of-type'],
  requirements: ['COMMON-007'],
  behaviour: () =>
    changeRequest(
      () => true,
      (request) => ({ ...request, query: request.query.filter(([name]) => name !== 'accept') }),
    ),
};
