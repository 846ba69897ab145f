import type { Fault } from '../fault.ts';

export const searchIgnoresStudyOfSeries: Fault = {
  id: 'search-ignores-study-of-series',
  title: 'finds the instances of a series below any study',
  operations: ['T17'],
  requirements: ['QIDO-001'],
  behaviour: () => ({
    handle(request, archive, next) {
      const { operation, series } = request.route;
      const home = operation === 'search' ? archive.select().find((one) => one.series === series) : undefined;
      return next(home ? { ...request, route: { ...request.route, study: home.study } } : request, archive);
    },
  }),
};
