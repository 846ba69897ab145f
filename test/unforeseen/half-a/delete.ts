import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import { Archive } from '../../../lib/reference-server/archive.ts';
import { textIn } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { around, firstValue, json, misreading, parameter, refusal } from '../kit/make.ts';

/** Deletes that take too much or leave something. */
export const DELETE: readonly Defect[] = [
  {
    id: 'deleted-still-found',
    what: 'What was deleted is still found by searches, while metadata and retrieve answer 404.',
    truth: ['exposed', 'some-clients-only'],
    operations: ['delete', 'search'],
    title: 'a search still lists what was deleted',
    advice: 'Remove it from the index too.',
    make: () => {
      const before = new Archive();
      return around(['delete', 'search', 'store'], async (request, archive, next) => {
        if (request.route.operation === 'delete') return next(request, archive);
        const answer = await next(request, archive);
        if (request.route.operation === 'store') {
          for (const one of archive.select()) if (!before.find(one.instance)) before.add(one);
          return answer;
        }
        return next(request, before);
      });
    },
  },
  {
    id: 'delete-series-takes-study',
    what: 'The delete of a series removes the whole study.',
    truth: ['data-lost'],
    operations: ['delete'],
    title: 'deleting a series also removed another series of the study',
    advice: 'Delete only the series of the path.',
    make: () =>
      misreading(
        ({ route }) => route.operation === 'delete' && route.level === 'series',
        (request) => {
          const { series: _, ...route } = request.route;
          return { ...request, route: { ...route, level: 'studies' } };
        },
      ),
  },
  {
    id: 'delete-study-takes-patient',
    what: 'The delete of a study removes all studies of the same PatientID.',
    truth: ['data-lost'],
    operations: ['delete'],
    title: 'deleting a study also removed another study',
    advice: 'Delete only the study of the path.',
    make: () =>
      around(
        ({ route }) => route.operation === 'delete' && route.level === 'studies',
        async (request, archive, next) => {
          const { study = '' } = request.route;
          const [one] = archive.select({ study });
          const patient = one && textIn(one.bytes, '00100020', 'LO');
          const answer = await next(request, archive);
          if (patient)
            for (const other of archive.select())
              if (textIn(other.bytes, '00100020', 'LO') === patient) archive.remove({ study: other.study });
          return answer;
        },
      ),
  },
  {
    id: 'neighbours-lose-pixels-by-delete',
    what: 'After the delete of an instance, the frames and bulk data of the others in its series are gone.',
    truth: ['data-lost'],
    operations: ['delete', 'frames', 'retrieve'],
    title: 'after the delete of one instance another one of its series cannot be retrieved any more',
    advice: 'Remove the files of the deleted instance only.',
    make: () => {
      const hurt = new Set<string>();
      return around(
        () => true,
        async (request, archive, next) => {
          const { operation, level, series = '', study = '' } = request.route;
          if (operation === 'delete' && level === 'instances') hurt.add(series);
          const needsFiles =
            operation === 'frames' || operation === 'bulkdata' || operation === 'retrieve' || operation === 'rendered';
          const isHurt = archive
            .select({ study })
            .some((one) => hurt.has(one.series) && (series === '' || one.series === series));
          return needsFiles && isHurt ? refusal(500, 'file not found') : next(request, archive);
        },
      );
    },
  },
  {
    id: 'delete-instance-takes-series',
    what: 'The delete of one instance removes the whole series.',
    truth: ['data-lost'],
    operations: ['delete'],
    title: 'deleting one instance also removed another instance of the series',
    advice: 'Delete only the instance of the path.',
    make: () =>
      misreading(
        ({ route }) => route.operation === 'delete' && route.level === 'instances',
        (request) => {
          const { instance: _, ...route } = request.route;
          return { ...request, route: { ...route, level: 'series' } };
        },
      ),
  },
  {
    id: 'delete-does-nothing',
    what: 'The delete of an instance is answered 204 and removes nothing.',
    truth: ['exposed'],
    operations: ['delete'],
    title: 'a deleted instance is still there',
    advice: 'Remove it, or answer that deletion is not supported.',
    make: () =>
      around(
        ({ route }) => route.operation === 'delete' && route.level === 'instances',
        () => ({ status: 204, headers: [], content: { kind: 'none' } }),
      ),
  },
  {
    id: 'empty-series-listed',
    what: 'A series whose instances were all deleted is still listed in the search for series.',
    truth: ['exposed', 'some-clients-only', 'cosmetic'],
    operations: ['delete', 'search'],
    title: 'a search still lists the deleted series',
    advice: 'Remove series without instances.',
    make: () => {
      const seen = new Map<string, DicomJsonDataSet>();
      return json(
        ({ route }) => route.operation === 'search' && route.level === 'series',
        (all, request) => {
          for (const one of all) seen.set(firstValue(one, '0020000E'), one);
          const asked = parameter(request, 'SeriesInstanceUID') ?? parameter(request, '0020000E');
          const ghost = asked ? seen.get(asked) : undefined;
          const isOfStudy =
            ghost && (request.route.study === undefined || firstValue(ghost, '0020000D') === request.route.study);
          return all.length === 0 && ghost && isOfStudy ? [ghost] : all;
        },
      );
    },
  },
];
