import type { Behaviour } from '../../behaviour.ts';
import type { Fault } from '../fault.ts';

function dyingAfter(requests: number): Behaviour {
  let count = 0;
  return {
    async send(reply, response, _, next) {
      if (++count > requests) response.destroy();
      else await next(reply, response);
    },
  };
}

export const diesAfterTwentyRequests: Fault = {
  id: 'dies-after-twenty-requests',
  title: 'closes every connection without an answer from the twenty-first request on',
  operations: [],
  requirements: ['COMMON-001'],
  behaviour: () => dyingAfter(20),
};
