import type { Instance } from '../../../lib/reference-server/instance.ts';
import { textIn } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { around, keeping, remembering } from '../kit/make.ts';

function patientOf({ bytes }: Instance): string {
  return textIn(bytes, '00100020', 'LO')?.trim() ?? '';
}

/** Delete. */
export const DELETE: readonly Defect[] = [
  {
    id: 'delete-takes-the-patient',
    what: 'The delete of a study removes every study of the same PatientID, by a cascade over the patient.',
    truth: ['data-lost'],
    operations: ['delete', 'search', 'retrieve'],
    title: 'DELETE of one study removes other studies of the patient',
    advice: 'Delete the study that the URL names, and the patient only without studies.',
    make: () =>
      around(
        ({ route }) => route.operation === 'delete' && route.level === 'studies',
        async (request, archive, next) => {
          const [one] = archive.select({ study: request.route.study ?? '' });
          const patient = one ? patientOf(one) : '';
          const answer = await next(request, archive);
          if (answer.status < 300 && patient !== '')
            for (const other of archive.select()) if (patientOf(other) === patient) archive.remove(other);
          return answer;
        },
      ),
  },
  {
    id: 'delete-instance-takes-series',
    what: 'The delete of the first instance of a series removes the whole series, whose files lie in the folder of the first.',
    truth: ['data-lost'],
    operations: ['delete', 'search', 'retrieve', 'metadata'],
    title: 'DELETE of one instance removes others of its series',
    advice: 'Delete the instance that the URL names.',
    make: () =>
      around(
        ({ route }) => route.operation === 'delete' && route.level === 'instances',
        async (request, archive, next) => {
          const { study = '', series = '', instance } = request.route;
          const [first] = archive.select({ study, series });
          const answer = await next(request, archive);
          if (answer.status < 300 && first?.instance === instance) archive.remove({ study, series });
          return answer;
        },
      ),
  },
  {
    id: 'pictures-outlive-delete',
    what: 'Pictures of what was deleted are still answered from the cache.',
    truth: ['exposed'],
    operations: ['delete', 'rendered', 'thumbnail', 'frames'],
    title: 'pictures and frames of what was deleted can still be had',
    advice: 'Drop cached pictures with the instance.',
    make: () => remembering(['rendered', 'thumbnail', 'frames', 'bulkdata']),
  },
  {
    id: 'deleted-cannot-come-back',
    what: 'What was deleted once is acknowledged when it is stored again, and not kept.',
    truth: ['data-lost'],
    operations: ['delete', 'store', 'retrieve', 'search'],
    title: 'what is stored again after DELETE is acknowledged and is not there',
    advice: 'Clear the mark of deletion when an instance is stored again, or refuse it.',
    make: () => {
      const deleted = new Set<string>();
      return [
        around('delete', async (request, archive, next) => {
          const { study = '', series, instance } = request.route;
          const named = archive.select({ study, series, instance });
          const answer = await next(request, archive);
          if (answer.status < 300) for (const one of named) deleted.add(one.instance);
          return answer;
        }),
        keeping((one) => (deleted.has(one.instance) ? null : one)),
      ];
    },
  },
  {
    id: 'delete-of-series-hides-study',
    what: 'Once a series was deleted its study is found by no search, though its other series can be retrieved.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['delete', 'search'],
    title: 'after DELETE of one series the study is missing from searches',
    advice: 'Mark the series as deleted, not the study.',
    make: () => {
      const hidden = new Set<string>();
      return [
        around('delete', async (request, archive, next) => {
          const { study = '', series, instance } = request.route;
          const answer = await next(request, archive);
          if (answer.status < 300 && series !== undefined && instance === undefined) hidden.add(study);
          return answer;
        }),
        around('search', async (request, archive, next) => {
          const seen = archive.copy();
          for (const study of hidden) seen.remove({ study });
          return next(request, seen);
        }),
      ];
    },
  },
];
