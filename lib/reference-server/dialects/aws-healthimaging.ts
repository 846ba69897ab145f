import { changePartHeaders, on } from '../changes/answers.ts';
import { Refusal } from '../message.ts';
import type { Dialect } from './dialect.ts';

/** A service that searches with the parents' UIDs in the path only, deletes nothing, and has no study metadata. */
export const awsHealthImaging: Dialect = {
  id: 'aws-healthimaging',
  title: 'AWS HealthImaging DICOMweb',
  profile: 'standard',
  denied: ['relationalSearch'],
  behaviours: () => [
    {
      async handle(request, archive, next) {
        const { operation, level, study, series } = request.route;
        const relational =
          operation === 'search' && level !== 'studies' && (!study || (level === 'instances' && !series));
        if (relational) throw new Refusal(404, 'no such resource');
        if (operation === 'delete') throw new Refusal(405, 'nothing is deleted', [['Allow', 'GET, HEAD, POST']]);
        return next(request, archive);
      },
    },
    changePartHeaders(on(['retrieve', 'frames']), (headers) => headers.filter(([name]) => name === 'Content-Type')),
  ],
};
