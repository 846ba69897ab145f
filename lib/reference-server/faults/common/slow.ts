import { setTimeout } from 'node:timers/promises';
import type { Fault } from '../fault.ts';

export const slow: Fault = {
  id: 'slow',
  title: 'waits a second and a half before each answer',
  operations: [],
  requirements: ['COMMON-001'],
  behaviour: () => ({
    send: async (reply, response, _, next) => {
      await setTimeout(1500);
      await next(reply, response);
    },
  }),
};
