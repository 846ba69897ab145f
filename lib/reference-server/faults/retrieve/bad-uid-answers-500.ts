import type { Fault } from '../fault.ts';

export const badUidAnswers500: Fault = {
  id: 'bad-uid-answers-500',
  title: 'answers 500 to a path with something else in the place of a UID',
  operations: ['faulty-path'],
  requirements: ['COMMON-029', 'COMMON-032'],
  behaviour: () => ({
    reply: (reply, { path }) =>
      reply.status === 400 && path.split('?')[0]?.endsWith('/metadata') ? { ...reply, status: 500 } : reply,
  }),
};
