import type { Fault } from '../fault.ts';

export const challengeMissing: Fault = {
  id: 'challenge-missing',
  title: 'answers 401 without WWW-Authenticate',
  operations: ['challenge'],
  requirements: ['COMMON-022'],
  behaviour: () => ({
    reply: (reply) => ({ ...reply, headers: reply.headers.filter(([name]) => name !== 'WWW-Authenticate') }),
  }),
};
