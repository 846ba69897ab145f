import { Archive } from '../../archive.ts';
import type { Behaviour } from '../../behaviour.ts';
import { changeDataSets, on, type Selector } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

const isDelete = on('delete');
const isSearch = on('search');
const isInstanceSearch = on('search', 'instances');

/** Answers some requests about a study with what was deleted from it as well, as long as anything of the study is left. */
function keepingDeleted(selector: Selector): Behaviour {
  const everything = new Archive();
  return {
    async handle(request, archive, next) {
      const { operation, study } = request.route;
      if (operation === 'delete') for (const instance of archive.select()) everything.add(instance);
      const isHeld = study !== undefined && archive.select({ study }).length > 0;
      if (!isHeld || !selector(request)) return next(request, archive);
      for (const instance of archive.select()) everything.add(instance);
      return next(request, everything);
    },
  };
}

/** Gives each entity the highest count of instances that was ever found for it; `uid` and `count` are tags. */
function keepingHighestCount(selector: Selector, uid: string, count: string): Behaviour {
  const highest = new Map<string, number>();
  return changeDataSets(selector, (dataSet) => {
    const entity = String(dataSet[uid]?.Value?.[0]);
    return withAttribute(dataSet, count, ({ vr, Value = [] }) => {
      const kept = Math.max(Number(Value[0] ?? 0), highest.get(entity) ?? 0);
      highest.set(entity, kept);
      return { vr, Value: [kept] };
    });
  });
}

/** Faults of servers that still retrieve, describe, list or count what was deleted. */
export const DELETE_STILL_ANSWERED: readonly Fault[] = [
  {
    id: 'deleted-metadata-remains',
    title: 'still returns metadata of deleted instances',
    scenarios: TUTORIAL.delete,
    requirements: ['DELETE-005'],
    breach: 'deleted-still-retrieved',
    behaviour: () => rememberingDeleted(on('metadata')),
  },
  {
    id: 'deleted-instances-remain',
    title: 'still returns deleted instances',
    scenarios: TUTORIAL.delete,
    requirements: ['DELETE-001', 'DELETE-005'],
    breach: 'deleted-still-retrieved',
    behaviour: () => rememberingDeleted(on('retrieve')),
  },
  {
    id: 'deleted-frames-remain',
    title: 'still returns frames of deleted instances',
    scenarios: ['T11', 'T18'],
    requirements: ['DELETE-005'],
    breach: 'deleted-value-still-answered',
    behaviour: () => rememberingDeleted(on(['frames', 'bulkdata', 'rendered'])),
  },
  {
    id: 'deleted-instance-stays-in-study',
    title: 'still sends a deleted instance with the rest of its study',
    scenarios: ['T18', 'T19'],
    requirements: ['DELETE-005', 'WADO-RS-004'],
    breach: 'deleted-still-retrieved',
    behaviour: () => keepingDeleted(on('retrieve', 'studies')),
  },
  {
    id: 'deleted-instance-stays-in-metadata',
    title: 'still returns metadata of a deleted instance with its study',
    scenarios: ['T18', 'T19'],
    requirements: ['DELETE-005'],
    breach: 'deleted-still-retrieved',
    behaviour: () => keepingDeleted(on('metadata', 'studies')),
  },
  {
    id: 'deleted-instance-stays-listed',
    title: 'still lists a deleted instance among those of its series, but does not find it by its UID',
    scenarios: ['T18'],
    requirements: ['DELETE-005'],
    breach: 'deleted-still-found',
    behaviour: () => keepingDeleted((request) => isInstanceSearch(request) && request.query.length === 0),
  },
  {
    id: 'delete-leaves-counts',
    title: 'still counts deleted instances in search results for their study',
    scenarios: ['T18', 'T19'],
    requirements: ['QIDO-024'],
    behaviour: () => keepingHighestCount(on('search'), '0020000D', '00201208'),
  },
  {
    id: 'deleted-instances-remain-below',
    title: 'still returns metadata of the instances of a deleted series or study',
    scenarios: ['T19', 'T20'],
    requirements: ['DELETE-001', 'DELETE-005'],
    breach: 'deleted-still-retrieved',
    behaviour: () =>
      rememberingDeleted(
        on('metadata', 'instances'),
        (request) => isDelete(request) && request.route.level !== 'instances',
      ),
  },
  {
    id: 'deleted-study-stays-listed-below',
    title: 'still lists the series and instances of a deleted study below its path',
    scenarios: ['T20'],
    requirements: ['DELETE-005'],
    breach: 'deleted-still-found',
    behaviour: () =>
      rememberingDeleted((request) => isSearch(request) && request.route.study !== undefined, on('delete', 'studies')),
  },
  {
    id: 'deleted-instance-stays-in-series',
    title: 'still returns a deleted instance, and its metadata, with its series',
    scenarios: ['T18'],
    requirements: ['DELETE-001', 'DELETE-005'],
    breach: 'deleted-still-retrieved',
    behaviour: () => rememberingDeleted(on(['retrieve', 'metadata'], 'series'), on('delete', 'instances')),
  },
  {
    id: 'deleted-stays-in-relational-search',
    title: 'still finds deleted instances in searches that name no study',
    scenarios: TUTORIAL.delete,
    requirements: ['DELETE-005'],
    breach: 'deleted-still-found',
    behaviour: () =>
      rememberingDeleted(
        (request) => isSearch(request) && request.route.study === undefined && request.route.level !== 'studies',
      ),
  },
  {
    id: 'deleted-bulk-data-remain',
    title: 'still returns bulk data of a deleted instance',
    scenarios: ['T10', 'T18'],
    requirements: ['DELETE-005'],
    breach: 'deleted-value-still-answered',
    behaviour: () => rememberingDeleted(on('bulkdata')),
  },
  {
    id: 'delete-leaves-series-counts',
    title: 'still counts deleted instances in search results for their series',
    scenarios: ['T06', 'T13', 'T18'],
    requirements: ['QIDO-025'],
    behaviour: () => keepingHighestCount(on('search', 'series'), '0020000E', '00201209'),
  },
  {
    id: 'store-brings-back-deleted',
    title: 'brings back deleted instances when others are stored',
    scenarios: ['T20'],
    requirements: ['DELETE-005'],
    breach: 'deleted-came-back',
    behaviour: () => {
      const deleted = new Archive();
      return {
        async handle(request, archive, next) {
          const { operation, study = '', series, instance } = request.route;
          if (operation === 'delete') for (const one of archive.select({ study, series, instance })) deleted.add(one);
          const answer = await next(request, archive);
          if (operation === 'store')
            for (const one of deleted.select()) if (!archive.find(one.instance)) archive.add(one);
          return answer;
        },
      };
    },
  },
  {
    id: 'deleted-pictures-remain',
    title: 'still renders deleted instances',
    scenarios: ['rendered', 'T18'],
    requirements: ['DELETE-005'],
    breach: 'deleted-value-still-answered',
    behaviour: () => rememberingDeleted(on('rendered')),
  },
  {
    id: 'deleted-series-stays-among-all-instances',
    title: 'still finds the instances of a deleted series among all instances',
    scenarios: ['T19'],
    requirements: ['DELETE-005'],
    breach: 'deleted-still-found',
    behaviour: () =>
      rememberingDeleted(
        (request) => isInstanceSearch(request) && request.route.study === undefined,
        (request) => isDelete(request) && request.route.series !== undefined && request.route.instance === undefined,
      ),
  },
];
