import { Refusal } from '../message.ts';
import type { OddServer } from './odd-server.ts';

/** 429 and 503 with Retry-After ask the client to come back (RFC 9110 §10.2.3, RFC 6585 §4). */
export const busyNowAndThen: OddServer = {
  id: 'busy-now-and-then',
  title: 'puts off every tenth request with 429 or 503 and a time to come back',
  behaviour: () => {
    let count = 0;
    return {
      async handle(request, archive, next) {
        if (++count % 10 !== 0) return next(request, archive);
        throw new Refusal(count % 20 === 0 ? 429 : 503, 'too many requests at the moment', [['Retry-After', '0']]);
      },
    };
  },
};
