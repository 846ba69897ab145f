import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import type { Behaviour } from '../../behaviour.ts';
import { changeAnswer, changeList, changeRequest, on } from '../../changes/answers.ts';
import { withoutHeader } from '../../changes/headers.ts';
import { changeQuery, dropParameters } from '../../changes/query.ts';
import type { Fault } from '../fault.ts';

/** Turns every second list of results around. */
function reordering(): Behaviour {
  let turn = 0;
  return changeList(on('search'), (list) => (turn++ % 2 === 0 ? list : [...list].reverse()));
}

const NO_KEYS = new Set(['limit', 'offset', 'includefield']);

/** Faults of paging: limit, offset, the order of results, the warning that more remain. */
export const SEARCH_PAGING: readonly Fault[] = [
  {
    id: 'search-ignores-limit',
    title: 'sends more results than limit allows',
    scenarios: ['paging'],
    requirements: ['QIDO-060'],
    behaviour: () => dropParameters(['limit']),
  },
  {
    id: 'search-ignores-offset',
    title: 'starts every page with the first match',
    scenarios: ['paging'],
    requirements: ['QIDO-060'],
    behaviour: () => dropParameters(['offset']),
  },
  {
    id: 'search-order-changes',
    title: 'lists matches in another order each time',
    scenarios: ['paging'],
    requirements: ['QIDO-061'],
    behaviour: reordering,
  },
  {
    id: 'search-bad-limit-ignored',
    title: 'ignores a limit or offset that is not a number',
    scenarios: ['faulty-search'],
    requirements: ['COMMON-004'],
    behaviour: () =>
      changeQuery(on('search'), (query) =>
        query.filter(([name, value]) => !(name === 'limit' || name === 'offset') || /^\d+$/.test(value)),
      ),
  },
  {
    id: 'search-without-page-warning',
    title: 'does not say that more results remain',
    scenarios: ['paging'],
    requirements: ['QIDO-062'],
    behaviour: () =>
      changeAnswer(
        (request) => on('search')(request) && !request.query.some(([name]) => name === 'fuzzymatching'),
        (answer) => ({ ...answer, headers: withoutHeader(answer.headers, 'Warning') }),
      ),
  },
  {
    id: 'search-limit-has-to-come-first',
    title: 'ignores limit when it comes after offset',
    scenarios: ['paging'],
    requirements: ['QIDO-060'],
    behaviour: () =>
      changeRequest(on('search'), (request) => {
        const names = request.query.map(([name]) => name);
        const isBehind = names.includes('offset') && names.indexOf('limit') > names.indexOf('offset');
        return isBehind ? { ...request, query: request.query.filter(([name]) => name !== 'limit') } : request;
      }),
  },
  {
    id: 'series-search-ignores-limit',
    title: 'ignores limit in searches for series',
    scenarios: ['paging'],
    requirements: ['QIDO-060'],
    behaviour: () => changeQuery(on('search', 'series'), (query) => query.filter(([name]) => name !== 'limit')),
  },
  {
    id: 'search-limits-before-matching',
    title: 'applies limit first, and matches the keys on what is left',
    scenarios: ['paging'],
    requirements: ['QIDO-060'],
    behaviour: () => ({
      async handle(request, archive, next) {
        const answer = await next(request, archive);
        if (!on('search')(request) || !request.query.some(([name]) => name === 'limit')) return answer;
        const query = request.query.filter(([name]) => NO_KEYS.has(name));
        const looked = await next({ ...request, query }, archive);
        if (answer.content.kind !== 'json' || looked.content.kind !== 'json') return answer;
        const urls = (value: unknown) =>
          (value as readonly DicomJsonDataSet[]).map((one) => JSON.stringify(one['00081190']));
        const seen = new Set(urls(looked.content.value));
        const found = answer.content.value as readonly DicomJsonDataSet[];
        const value = found.filter((one) => seen.has(JSON.stringify(one['00081190'])));
        return { ...answer, content: { ...answer.content, value } };
      },
    }),
  },
  {
    id: 'search-pages-by-number',
    title: 'reads offset as the number of a page',
    scenarios: ['paging'],
    requirements: ['QIDO-060'],
    behaviour: () =>
      changeRequest(on('search'), (request) => {
        const limit = Number(request.query.find(([name]) => name === 'limit')?.[1] ?? 1);
        return {
          ...request,
          query: request.query.map(
            ([name, value]) => [name, name === 'offset' ? String(Number(value) * limit) : value] as const,
          ),
        };
      }),
  },
];
