import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import type { Defect } from '../kit/defect.ts';
import { answering, around, eachJson, firstValue, refusal, remembering } from '../kit/make.ts';

/** Deletes that take too much or leave something. */
export const DELETE: readonly Defect[] = [
  {
    id: 'study-gone-after-delete-of-instance',
    what: 'After the delete of one of its instances a study cannot be retrieved as a whole any more.',
    truth: ['not-found-or-opened', 'data-lost'],
    operations: ['delete', 'retrieve'],
    title: 'GET /studies/{study} fails after one of its instances was deleted',
    advice: 'Rebuild the list of the study after a delete.',
    make: () => {
      const hurt = new Set<string>();
      return around(
        () => true,
        async (request, archive, next) => {
          const { operation, level, study = '' } = request.route;
          if (operation === 'delete' && level === 'instances') hurt.add(study);
          return operation === 'retrieve' && level === 'studies' && hurt.has(study)
            ? refusal(404, 'not found')
            : next(request, archive);
        },
      );
    },
  },
  {
    id: 'deleted-comes-back',
    what: 'What was deleted comes back after eight further requests, as a replica writes it again.',
    truth: ['exposed', 'altered'],
    operations: ['delete'],
    title: 'a deleted instance is there again a little later',
    advice: 'Delete on all replicas, with tombstones.',
    make: () => {
      let waiting: { readonly one: Instance; left: number }[] = [];
      return around(
        () => true,
        async (request, archive, next) => {
          for (const entry of waiting) {
            entry.left -= 1;
            if (entry.left === 0 && !archive.find(entry.one.instance)) archive.add(entry.one);
          }
          waiting = waiting.filter(({ left }) => left > 0);
          const before = archive.select();
          const answer = await next(request, archive);
          if (request.route.operation === 'delete')
            for (const one of before) if (!archive.find(one.instance)) waiting.push({ one, left: 8 });
          return answer;
        },
      );
    },
  },
  {
    id: 'deleted-frames-remain',
    what: 'Frames of deleted instances can still be had.',
    truth: ['exposed'],
    operations: ['delete', 'frames'],
    title: 'the frames of a deleted instance are still answered 200',
    advice: 'Remove the pixel data with the instance.',
    make: () => remembering('frames'),
  },
  {
    id: 'deleted-pictures-remain',
    what: 'Rendered pictures of deleted instances can still be had.',
    truth: ['exposed'],
    operations: ['delete', 'rendered'],
    title: 'the rendered picture of a deleted instance is still answered 200',
    advice: 'Remove cached pictures with the instance.',
    make: () => remembering('rendered'),
  },
  {
    id: 'deleted-study-retrieved-still',
    what: 'Deleted studies and series can still be retrieved as files, while metadata and search know them no more.',
    truth: ['exposed'],
    operations: ['delete', 'retrieve'],
    title: 'a deleted study is still retrieved',
    advice: 'Remove the files, not the index alone.',
    make: () => remembering('retrieve'),
  },
  {
    id: 'counts-not-updated-by-delete',
    what: 'The counts of instances and series in search results are as before a delete.',
    truth: ['altered', 'cosmetic', 'some-clients-only'],
    operations: ['delete', 'search'],
    title: 'NumberOfStudyRelatedInstances still counts the deleted instance',
    advice: 'Count what is there.',
    make: () => {
      const most = new Map<string, DicomJsonDataSet>();
      return eachJson('search', (one, { route }) => {
        if (route.level !== 'studies') return one;
        const uid = firstValue(one, '0020000D');
        const known = most.get(uid) ?? one;
        if (Number(firstValue(one, '00201208')) >= Number(firstValue(known, '00201208'))) most.set(uid, one);
        const { '00201208': count = { vr: 'IS' }, '00201206': series = { vr: 'IS' } } = most.get(uid) ?? one;
        return { ...one, '00201208': count, '00201206': series };
      });
    },
  },
  {
    id: 'delete-answered-500',
    what: 'Deletes are carried out and answered 500.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['delete'],
    title: 'a DELETE that removed the instance is answered 500',
    advice: 'Answer 204 when it is gone.',
    make: () =>
      answering('delete', (answer) => (answer.status === 204 ? refusal(500, 'Internal Server Error') : answer)),
  },
];
