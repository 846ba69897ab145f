import type { Fault } from '../fault.ts';

export const fakeDelete: Fault = {
  id: 'fake-delete',
  title: 'answers 204 to a delete and keeps everything',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['DELETE-001', 'DELETE-005'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      next(request, request.route.operation === 'delete' ? archive.copy() : archive),
  }),
};
