import type { Fault } from '../fault.ts';

export const metadataAsSearchResult: Fault = {
  id: 'metadata-as-search-result',
  title: 'answers metadata with the short list of a search',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-033'],
  behaviour: () => ({
    handle: async (request, archive, next) => {
      if (request.route.operation !== 'metadata') return next(request, archive);
      const { instance, ...route } = request.route;
      const query = instance === undefined ? [] : [['SOPInstanceUID', instance] as const];
      return next({ ...request, query, route: { ...route, operation: 'search', level: 'instances' } }, archive);
    },
  }),
};
