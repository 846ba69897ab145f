import type { Fault } from '../fault.ts';

export const storesNothingAfterDelete: Fault = {
  id: 'stores-nothing-after-delete',
  title: 'acknowledges what is stored after a delete, and keeps none of it',
  operations: ['T20'],
  requirements: ['STOW-032', 'QIDO-065'],
  behaviour: () => {
    let isSpent = false;
    return {
      handle(request, archive, next) {
        isSpent ||= request.route.operation === 'delete';
        return next(request, isSpent && request.route.operation === 'store' ? archive.copy() : archive);
      },
    };
  },
};
