import { changeAnswer, changeStatus, on } from '../../changes/answers.ts';
import { refuse } from '../../changes/refuse.ts';
import { textAnswer } from '../../message.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Faults of the status of a delete, and of requests for what was deleted. */
export const DELETE_STATUS: readonly Fault[] = [
  {
    id: 'delete-answers-200-with-body',
    title: 'answers 200 with a message to a delete',
    scenarios: TUTORIAL.delete,
    requirements: ['DELETE-003'],
    breach: 'delete-success-status',
    behaviour: () =>
      changeAnswer(on('delete'), (answer) => (answer.status === 204 ? textAnswer(200, 'deleted') : answer)),
  },
  {
    id: 'delete-answers-202',
    title: 'deletes at once, and answers 202',
    scenarios: TUTORIAL.delete,
    requirements: ['DELETE-003'],
    breach: 'delete-success-status',
    behaviour: () => changeStatus(on('delete'), 204, 202),
  },
  {
    id: 'delete-answers-404',
    title: 'deletes, and answers 404',
    scenarios: TUTORIAL.delete,
    requirements: ['DELETE-001', 'DELETE-003'],
    breach: 'delete-done-answered-failure',
    behaviour: () => changeAnswer(on('delete'), () => textAnswer(404, 'not found')),
  },
  {
    id: 'delete-answers-500',
    title: 'deletes, and answers 500',
    scenarios: TUTORIAL.delete,
    requirements: ['DELETE-001', 'DELETE-003'],
    breach: 'delete-done-answered-failure',
    behaviour: () => changeAnswer(on('delete'), () => textAnswer(500, 'cannot delete')),
  },
  {
    id: 'delete-of-series-refused',
    title: 'answers 405 to the delete of a series though studies and instances can be deleted',
    scenarios: ['T19', 'T20'],
    requirements: ['DELETE-004'],
    breach: 'delete-refused',
    behaviour: () =>
      refuse(
        (request) => request.route.operation === 'delete' && request.route.level === 'series',
        405,
        'not offered',
        [['Allow', 'GET, HEAD, OPTIONS']],
      ),
  },
  {
    id: 'delete-of-instance-refused',
    title: 'answers 405 to the delete of an instance though studies and series can be deleted',
    scenarios: ['T18', 'T20'],
    requirements: ['DELETE-004'],
    breach: 'delete-refused',
    behaviour: () =>
      refuse(
        (request) => request.route.operation === 'delete' && request.route.level === 'instances',
        405,
        'not offered',
        [['Allow', 'GET, HEAD, OPTIONS']],
      ),
  },
  {
    id: 'deleted-frames-answer-500',
    title: 'answers 500 when frames of a deleted instance are asked for',
    scenarios: ['T11', 'T18'],
    requirements: ['WADO-RS-018'],
    breach: 'unknown-resource-badly-refused',
    behaviour: () =>
      changeAnswer(on('frames'), (answer, { route }, archive) =>
        archive.find(route.instance ?? '') ? answer : { ...answer, status: 500 },
      ),
  },
  {
    id: 'deleted-search-answers-500',
    title: 'answers 500 to a search that would have found what was deleted',
    scenarios: TUTORIAL.delete,
    requirements: ['QIDO-006'],
    breach: 'search-no-match-status',
    behaviour: () => {
      const deleted = new Set<string>();
      return {
        async handle(request, archive, next) {
          const { operation, level, study = '', series = '', instance = '' } = request.route;
          if (operation === 'delete') deleted.add({ studies: study, series, instances: instance }[level]);
          const isHit = operation === 'search' && request.query.some(([, value]) => deleted.has(value));
          return isHit ? textAnswer(500, 'no such row') : next(request, archive);
        },
      };
    },
  },
  {
    id: 'second-delete-answers-500',
    title: 'answers 500 to a second delete of the same resource',
    scenarios: ['T20'],
    requirements: ['COMMON-029'],
    breach: 'faulty-input-server-error',
    behaviour: () => changeStatus(on('delete'), 404, 500),
  },
];
