import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const studyReturnsFirstSeries: Fault = {
  id: 'study-returns-first-series',
  title: 'sends only the first series of a study',
  operations: ['T04'],
  requirements: ['WADO-RS-004'],
  behaviour: () =>
    changeRequest(on('retrieve', 'studies'), (request, archive) => {
      const [series] = archive.series(request.route.study ?? '').keys();
      return series === undefined ? request : { ...request, route: { ...request.route, series } };
    }),
};
