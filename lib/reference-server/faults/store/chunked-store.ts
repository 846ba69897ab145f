import type { Behaviour } from '../../behaviour.ts';
import { losingEvery } from '../../changes/losing-every.ts';
import { Refusal } from '../../message.ts';
import type { Fault } from '../fault.ts';

/** Does something else to stores in chunked transfer coding. */
function onChunked(handle: NonNullable<Behaviour['handle']>): Behaviour {
  return {
    handle: (request, archive, next) =>
      request.route.operation === 'store' && request.headers['transfer-encoding']
        ? handle(request, archive, next)
        : next(request, archive),
  };
}

export const chunkedStoreRefused: Fault = {
  id: 'chunked-store-refused',
  title: 'answers 411 to a store in chunked transfer coding',
  operations: ['several-stores'],
  requirements: ['STOW-031'],
  behaviour: () =>
    onChunked(() => {
      throw new Refusal(411, 'Content-Length is required');
    }),
};

export const chunkedStoreLost: Fault = {
  id: 'chunked-store-lost',
  title: 'acknowledges a store in chunked transfer coding and loses it',
  operations: ['several-stores'],
  requirements: ['STOW-031'],
  behaviour: () => {
    const { handle } = losingEvery(1);
    return onChunked((request, archive, next) => handle?.(request, archive, next) ?? next(request, archive));
  },
};
