import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const metadataXmlRefused: Fault = {
  id: 'metadata-xml-refused',
  title: 'answers 406 to metadata as XML',
  operations: ['metadata-as-xml'],
  requirements: ['WADO-RS-032'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      request.route.operation === 'metadata' && /dicom\+xml/.test(request.headers.accept ?? '')
        ? textAnswer(406, 'metadata is JSON')
        : next(request, archive),
  }),
};
