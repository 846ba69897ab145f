import { on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const studyAsOneInstance: Fault = {
  id: 'study-as-one-instance',
  title: 'returns the first instance of a study or series that is asked for without multipart',
  operations: ['several-together'],
  requirements: ['WADO-RS-015'],
  behaviour: () => ({
    async handle(request, archive, next) {
      const { route, headers } = request;
      const isSeveral = on('retrieve')(request) && route.level !== 'instances';
      if (!isSeveral || !headers.accept?.startsWith('application/dicom')) return next(request, archive);
      const [first] = archive.select({ study: route.study ?? '', series: route.series });
      if (!first) return next(request, archive);
      return {
        status: 200,
        headers: [],
        content: { kind: 'bytes', mediaType: 'application/dicom', bytes: first.bytes },
      };
    },
  }),
};
