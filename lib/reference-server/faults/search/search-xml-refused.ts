import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const searchXmlRefused: Fault = {
  id: 'search-xml-refused',
  title: 'answers 406 to searches for results as XML',
  operations: ['results-as-xml'],
  requirements: ['QIDO-004'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      request.route.operation === 'search' && /dicom\+xml/.test(request.headers.accept ?? '')
        ? textAnswer(406, 'results are JSON')
        : next(request, archive),
  }),
};
