import type { Fault } from '../fault.ts';

export const fakeStore: Fault = {
  id: 'fake-store',
  title: 'says that instances were stored and keeps none',
  operations: [
    'T01',
    'T02',
    'T03',
    'T04',
    'T06',
    'T07',
    'T08',
    'T09',
    'T10',
    'T11',
    'T12',
    'T13',
    'T14',
    'T15',
    'T16',
    'T17',
  ],
  requirements: ['STOW-032', 'QIDO-065'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      next(request, request.route.operation === 'store' ? archive.copy() : archive),
  }),
};
