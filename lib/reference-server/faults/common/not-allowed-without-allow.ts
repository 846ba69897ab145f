import type { Fault } from '../fault.ts';

export const notAllowedWithoutAllow: Fault = {
  id: 'not-allowed-without-allow',
  title: 'answers 405 without naming the methods that are allowed',
  operations: ['http'],
  requirements: ['COMMON-026'],
  behaviour: () => ({ reply: (reply) => ({ ...reply, headers: reply.headers.filter(([name]) => name !== 'Allow') }) }),
};
