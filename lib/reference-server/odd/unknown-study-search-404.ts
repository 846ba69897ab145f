import { textAnswer } from '../message.ts';
import type { OddServer } from './odd-server.ts';

/** Not settled: no match, or no such resource (PS3.18 Table 10.6.1-2). */
export const unknownStudySearch404: OddServer = {
  id: 'unknown-study-search-404',
  title: 'answers 404 to a search below a study that is not there',
  behaviour: () => ({
    handle: async (request, archive, next) => {
      const { operation, study } = request.route;
      const unknown = operation === 'search' && study !== undefined && archive.select({ study }).length === 0;
      return unknown ? textAnswer(404, 'no such study') : next(request, archive);
    },
  }),
};
