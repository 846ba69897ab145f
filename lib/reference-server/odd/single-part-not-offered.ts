import { on } from '../changes/answers.ts';
import { textAnswer } from '../message.ts';
import type { OddServer } from './odd-server.ts';

/** The single part is Optional for one instance (PS3.18 Table 10.4.4-1). */
export const singlePartNotOffered: OddServer = {
  id: 'single-part-not-offered',
  title: 'answers 406 to application/dicom, of one instance too',
  behaviour: () => ({
    handle: async (request, archive, next) =>
      on('retrieve')(request) && request.headers.accept?.startsWith('application/dicom')
        ? textAnswer(406, 'multipart only')
        : next(request, archive),
  }),
};
