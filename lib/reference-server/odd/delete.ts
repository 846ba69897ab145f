import type { Behaviour } from '../behaviour.ts';
import { changeAnswer, changeStatus, on } from '../changes/answers.ts';
import { refuse } from '../changes/refuse.ts';
import { showingDeletedFor } from '../changes/remembering-deleted.ts';
import { textAnswer } from '../message.ts';
import type { OddServer } from './odd-server.ts';

function remembering(): Behaviour {
  const deleted = new Set<string>();
  return {
    async handle(request, archive, next) {
      const { operation, study, series, instance } = request.route;
      const gone = [study, series, instance].filter((uid) => uid !== undefined);
      if (operation === 'store') deleted.clear();
      const answer = await next(request, archive);
      if (operation === 'delete' && answer.status === 204) deleted.add(gone.join('/'));
      const known = gone.some((_, index) => deleted.has(gone.slice(0, index + 1).join('/')));
      return answer.status === 404 && known ? textAnswer(410, 'this was deleted') : answer;
    },
  };
}

function refusingDeleted(): Behaviour {
  const deleted = new Set<string>();
  return {
    async handle(request, archive, next) {
      const { operation } = request.route;
      const before = archive.select();
      const trial = operation === 'store' ? archive.copy() : archive;
      const answer = await next(request, trial);
      if (operation === 'delete') for (const { instance } of before) if (!archive.find(instance)) deleted.add(instance);
      if (operation !== 'store') return answer;
      const isRefused = trial.select().some(({ instance }) => deleted.has(instance) && !archive.find(instance));
      return isRefused ? textAnswer(409, 'this was deleted') : next(request, archive);
    },
  };
}

/** Liberties of DELETE, which PS3.18 does not define. */
export const ODD_DELETE: readonly OddServer[] = [
  // A server that knows of the deletion says so (PS3.18 Table 8.5-1).
  {
    id: 'deleted-answers-410',
    title: 'answers 410 for what was deleted',
    behaviour: () => remembering(),
  },
  // DICOM defines no delete; some products document this answer (RFC 9110 §9.3.5).
  {
    id: 'delete-answers-200',
    title: 'answers 200 with an empty JSON object to a delete',
    behaviour: () =>
      changeAnswer(on('delete'), (answer) =>
        answer.status === 204
          ? {
              status: 200,
              headers: [],
              content: { kind: 'bytes', mediaType: 'application/json', bytes: Buffer.from('{}') },
            }
          : answer,
      ),
  },
  {
    id: 'delete-answers-202',
    title: 'answers 202 to a delete (RFC 9110 §9.3.5)',
    behaviour: () => changeStatus(on('delete'), 204, 202),
  },
  {
    id: 'delete-answers-202-and-works-later',
    title: 'answers 202 to a delete and enacts it a while later (RFC 9110 §9.3.5)',
    behaviour: () => {
      const later = showingDeletedFor(3);
      return {
        async handle(request, archive, next) {
          const answer = (await later.handle?.(request, archive, next)) ?? (await next(request, archive));
          return request.route.operation === 'delete' && answer.status === 204 ? { ...answer, status: 202 } : answer;
        },
      };
    },
  },
  // No clause has a server take again what was deleted from it: dcm4chee-arc can be set to refuse it.
  {
    id: 'refuses-what-was-deleted',
    title: 'answers 409 to a store of an instance that was deleted',
    behaviour: () => refusingDeleted(),
  },
  {
    id: 'deletes-studies-only',
    title: 'deletes studies and says of series and instances that it does not: no clause asks for DELETE',
    behaviour: () =>
      refuse(
        (request) => request.route.operation === 'delete' && request.route.level !== 'studies',
        405,
        'not offered',
        [['Allow', 'GET, HEAD, OPTIONS']],
      ),
  },
];
