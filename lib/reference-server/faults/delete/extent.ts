import type { Behaviour } from '../../behaviour.ts';
import { changeAnswer, changeRequest, on } from '../../changes/answers.ts';
import { toSeries, toSibling, toStudy } from '../../changes/other-resource.ts';
import type { Level } from '../../message.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Leaves the first instance of what is deleted at a level where it was. */
function leavingOne(level: Level): Behaviour {
  return {
    async handle(request, archive, next) {
      const { study = '', series } = request.route;
      const [first] = on('delete', level)(request) ? archive.select({ study, series }) : [];
      const answer = await next(request, archive);
      if (first) archive.add(first);
      return answer;
    },
  };
}

/** Faults of how much a delete removes: too little, too much, something else. */
export const DELETE_EXTENT: readonly Fault[] = [
  {
    id: 'fake-delete',
    title: 'answers 204 to a delete and keeps everything',
    scenarios: TUTORIAL.delete,
    requirements: ['DELETE-001'],
    breach: 'delete-without-effect',
    behaviour: () => ({
      handle: async (request, archive, next) =>
        next(request, request.route.operation === 'delete' ? archive.copy() : archive),
    }),
  },
  {
    id: 'delete-instance-removes-series',
    title: 'removes the whole series when an instance is deleted',
    scenarios: ['T18'],
    requirements: ['DELETE-002'],
    breach: 'deleted-another',
    behaviour: () => changeRequest(on('delete', 'instances'), toSeries),
  },
  {
    id: 'delete-instance-removes-study',
    title: 'removes the whole study when an instance is deleted',
    scenarios: ['T18'],
    requirements: ['DELETE-002'],
    breach: 'deleted-another',
    behaviour: () => changeRequest(on('delete', 'instances'), toStudy),
  },
  {
    id: 'delete-series-removes-study',
    title: 'removes the whole study when a series is deleted',
    scenarios: ['T19'],
    requirements: ['DELETE-002'],
    breach: 'deleted-another',
    behaviour: () => changeRequest(on('delete', 'series'), toStudy),
  },
  {
    id: 'delete-study-removes-everything',
    title: 'empties the archive when a study is deleted',
    scenarios: ['T20'],
    requirements: ['DELETE-002'],
    breach: 'deleted-another',
    behaviour: () =>
      changeAnswer(on('delete', 'studies'), (answer, _, archive) => {
        for (const study of [...archive.studies()]) archive.remove({ study });
        return answer;
      }),
  },
  {
    id: 'delete-instance-removes-sibling',
    title: 'removes another instance of the series than the one to delete',
    scenarios: ['T18'],
    requirements: ['DELETE-001', 'DELETE-002'],
    breach: 'deleted-another',
    behaviour: () => changeRequest(on('delete', 'instances'), toSibling),
  },
  {
    id: 'delete-series-leaves-one',
    title: 'leaves an instance of a deleted series behind',
    scenarios: ['T19'],
    requirements: ['DELETE-001'],
    breach: 'delete-left-instances',
    behaviour: () => leavingOne('series'),
  },
  {
    id: 'delete-study-leaves-one',
    title: 'leaves an instance of a deleted study behind',
    scenarios: ['T20'],
    requirements: ['DELETE-001'],
    breach: 'delete-without-effect',
    behaviour: () => leavingOne('studies'),
  },
];
