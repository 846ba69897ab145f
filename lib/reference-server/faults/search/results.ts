import type { Archive } from '../../archive.ts';
import type { Behaviour } from '../../behaviour.ts';
import { changeAnswer, changeList, changeRequest, on } from '../../changes/answers.ts';
import { rememberingDeleted } from '../../changes/remembering-deleted.ts';
import type { Instance } from '../../instance.ts';
import { textAnswer } from '../../message.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Searches in another archive than the one that is stored to, made with a view to the instance stored last. */
function searchingIn(index: (archive: Archive, latest: Instance | undefined) => Archive): Behaviour {
  let latest: Instance | undefined;
  return {
    async handle(request, archive, next) {
      const { operation } = request.route;
      if (operation === 'search') return next(request, index(archive, latest));
      const before = new Set(operation === 'store' ? archive.select() : []);
      const answer = await next(request, archive);
      if (operation === 'store') latest = archive.select().find((instance) => !before.has(instance)) ?? latest;
      return answer;
    },
  };
}

/** Faults of which results a search returns, whatever keys it is given. */
export const SEARCH_RESULTS: readonly Fault[] = [
  {
    id: 'search-ignores-path',
    title: 'searches the whole archive, whatever study or series the path names',
    scenarios: ['T14', 'T16', 'T17'],
    requirements: ['QIDO-001', 'QIDO-002'],
    breach: 'search-ignores-path',
    behaviour: () =>
      changeRequest(on('search'), ({ route: { study: _, series: __, ...route }, ...request }) => ({
        ...request,
        route,
      })),
  },
  {
    id: 'search-crosses-series',
    title: 'adds an instance of another series to the results below a series',
    scenarios: ['T17'],
    requirements: ['QIDO-013', 'QIDO-001'],
    breach: 'search-ignores-path',
    behaviour: () => ({
      handle: async (request, archive, next) => {
        const answer = await next(request, archive);
        const { operation, series, ...route } = request.route;
        const { content } = answer;
        if (operation !== 'search' || series === undefined || content.kind !== 'json') return answer;
        const whole = await next({ ...request, query: [], route: { ...route, operation } }, archive);
        if (whole.content.kind !== 'json') return answer;
        const others = [whole.content.value].flat().filter((one) => one['0020000E']?.Value?.[0] !== series);
        return { ...answer, content: { ...content, value: [content.value].flat().concat(others.slice(0, 1)) } };
      },
    }),
  },
  {
    id: 'search-stale-after-store',
    title: 'does not find the instance that was stored last',
    scenarios: TUTORIAL.store,
    requirements: ['QIDO-065'],
    breach: 'stored-not-found',
    behaviour: () =>
      searchingIn((archive, latest) => {
        const copy = archive.copy();
        if (latest) copy.remove(latest);
        return copy;
      }),
  },
  {
    id: 'search-stale-after-delete',
    title: 'still finds deleted instances',
    scenarios: TUTORIAL.delete,
    requirements: ['DELETE-005'],
    breach: 'deleted-still-found',
    behaviour: () => rememberingDeleted(on('search')),
  },
  {
    id: 'search-finds-nothing',
    title: 'answers every search with an empty list',
    scenarios: TUTORIAL.search,
    requirements: ['QIDO-065', 'QIDO-001', 'QIDO-002'],
    breach: 'stored-not-found',
    behaviour: () => changeList(on('search'), () => []),
  },
  {
    id: 'search-results-twice',
    title: 'lists every match twice',
    scenarios: TUTORIAL.search,
    requirements: ['QIDO-001', 'QIDO-013'],
    breach: 'search-repeats-result',
    behaviour: () => changeList(on('search'), (list) => [...list, ...list]),
  },
  {
    id: 'search-answers-404-for-none',
    title: 'answers 404 to a search without a match',
    scenarios: TUTORIAL.delete,
    requirements: ['QIDO-006'],
    breach: 'search-no-match-status',
    behaviour: () =>
      changeAnswer(on('search'), (answer) =>
        answer.content.kind === 'json' && [answer.content.value].flat().length === 0
          ? textAnswer(404, 'nothing matches')
          : answer,
      ),
  },
  {
    id: 'search-empty-object-for-none',
    title: 'answers [{}] to a search without a match',
    scenarios: TUTORIAL.delete,
    requirements: ['QIDO-006'],
    breach: 'search-no-match-not-empty-list',
    behaviour: () => changeList(on('search'), (list) => (list.length === 0 ? [{}] : list)),
  },
  {
    id: 'search-everything-for-none',
    title: 'answers a search without a match with everything that is stored',
    scenarios: ['T15', 'T18', 'T19'],
    requirements: ['QIDO-006'],
    breach: 'search-no-match-finds-others',
    behaviour: () => ({
      handle: async (request, archive, next) => {
        const answer = await next(request, archive);
        const none = answer.content.kind === 'json' && [answer.content.value].flat().length === 0;
        return request.route.operation === 'search' && none ? next({ ...request, query: [] }, archive) : answer;
      },
    }),
  },
  {
    id: 'search-ignores-study-of-series',
    title: 'finds the instances of a series in the path of any study',
    scenarios: ['T17'],
    requirements: ['QIDO-001'],
    breach: 'search-ignores-path',
    behaviour: () => ({
      handle(request, archive, next) {
        const { operation, series } = request.route;
        const home = operation === 'search' ? archive.select().find((one) => one.series === series) : undefined;
        return next(home ? { ...request, route: { ...request.route, study: home.study } } : request, archive);
      },
    }),
  },
  {
    id: 'study-search-lists-first-series',
    title: 'lists the instances of the first series for those of the study',
    scenarios: ['lists', 'T16'],
    requirements: ['QIDO-002'],
    breach: 'search-misses-stored',
    behaviour: () =>
      changeList(
        ({ route: { operation, level, study, series } }) =>
          operation === 'search' && level === 'instances' && study !== undefined && series === undefined,
        ([first, ...others]) => {
          const series = JSON.stringify(first?.['0020000E']);
          return first ? [first, ...others.filter((one) => JSON.stringify(one['0020000E']) === series)] : [];
        },
      ),
  },
];
