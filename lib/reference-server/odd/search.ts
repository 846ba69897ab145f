import { tagOf } from '../../dicom/dictionary.ts';
import { attributesOf } from '../attributes-of.ts';
import { changeDataSets, changeRequest, on } from '../changes/answers.ts';
import { NO_MATCH, noContentForNoMatch } from '../changes/empty-search.ts';
import { changeQuery } from '../changes/query.ts';
import { textAnswer } from '../message.ts';
import { levelOf } from '../search/attributes.ts';
import { levelsDownTo } from '../search/query.ts';
import type { OddServer } from './odd-server.ts';

/** First letters in which a name has to agree to be similar. */
const SIMILAR = 3;

/** Length to which lists are cut: below the instances of the tutorial study, and no shorter than its series. */
const MOST_RESULTS = 2;

/** Liberties of the Search Transaction. */
export const ODD_SEARCH: readonly OddServer[] = [
  // Further attributes of the level may be returned (PS3.18 §10.6.3.3).
  {
    id: 'extra-attributes-in-search',
    title: 'returns more attributes than a search has to',
    behaviour: () =>
      changeDataSets(on('search'), (dataSet) => ({
        ...dataSet,
        '00080005': { vr: 'CS', Value: ['ISO_IR 192'] },
        '00080054': { vr: 'AE', Value: ['ARCHIVE'] },
        '00201200': { vr: 'IS', Value: [1] },
      })),
  },
  // The rule to 2025 (PS3.18 §8.3.4.4.1, before CP-2473).
  {
    id: 'empty-search-204',
    title: 'answers 204 to a search without a match',
    behaviour: noContentForNoMatch,
  },
  // A server may return fewer results than match, and then says so in a Warning (PS3.18 §8.3.4.4).
  {
    id: 'lists-cut',
    title: 'returns two results of a search at most, with the number of the others in a Warning',
    behaviour: () =>
      changeRequest(on('search'), (request) => {
        const asked = Number(request.query.find(([name]) => name === 'limit')?.[1] ?? MOST_RESULTS);
        if (!(asked >= MOST_RESULTS)) return request;
        const others = request.query.filter(([name]) => name !== 'limit');
        return { ...request, query: [...others, ['limit', String(MOST_RESULTS)] as const] };
      }),
  },
  // Not settled: no match, or no such resource (PS3.18 Table 10.6.1-2).
  {
    id: 'unknown-study-search-404',
    title: 'answers 404 to a search below a study that is not there',
    behaviour: () => ({
      handle: async (request, archive, next) => {
        const { operation, study } = request.route;
        const unknown = operation === 'search' && study !== undefined && archive.select({ study }).length === 0;
        return unknown ? textAnswer(404, 'no such study') : next(request, archive);
      },
    }),
  },
  // What is similar is implementation dependent (PS3.4 §C.2.2.2.1.1).
  {
    id: 'fuzzy-matching',
    title: 'finds with fuzzymatching=true what begins as the name does (PS3.18 §8.3.4.2)',
    behaviour: () =>
      changeRequest(on('search'), (request) => {
        const isFuzzy = request.query.some(([name, value]) => name === 'fuzzymatching' && value === 'true');
        const query = request.query
          .filter(([name]) => name !== 'fuzzymatching')
          .map(
            ([name, value]) =>
              [name, isFuzzy && name === 'PatientName' ? `${value.slice(0, SIMILAR)}*` : value] as const,
          );
        return { ...request, query };
      }),
  },
  // An unknown value matches any (PS3.4 §C.2.2.1.2), the grammar of a key wants a value (PS3.18 §8.3.4.1).
  {
    id: 'keys-taken-otherwise',
    title: 'matches on more keys than it has to, finds what has no value by any, and refuses a key without value',
    behaviour: () => ({
      async handle(request, archive, next) {
        if (request.route.operation !== 'search') return next(request, archive);
        if (request.query.some(([, value]) => value === '')) return textAnswer(400, 'a key has no value');
        if (request.query.some(([name]) => name === '00081060')) return NO_MATCH;
        const isUnknown = archive.select().every((one) => !attributesOf(one)['00080050']?.Value);
        const query = request.query.filter(([name]) => name !== 'AccessionNumber' || !isUnknown);
        return next({ ...request, query }, archive);
      },
    }),
  },
  // They are not returned (PS3.18 §10.6.3.3.1); no text says what becomes of a search that names them.
  {
    id: 'refuses-lower-levels',
    title: 'answers 400 to includefield with an attribute of a lower level',
    behaviour: () => ({
      async handle(request, archive, next) {
        const levels = levelsDownTo(request.route.level);
        const isLower = (name: string) => name !== 'all' && !levels.includes(levelOf(tagOf(name) ?? name));
        const names = request.query.flatMap(([name, value]) => (name === 'includefield' ? value.split(',') : []));
        return request.route.operation === 'search' && names.some(isLower)
          ? textAnswer(400, 'an attribute of a lower level')
          : next(request, archive);
      },
    }),
  },
  // Which optional attributes are supported is for the conformance statement to say (PS3.18 §10.6.5).
  {
    id: 'includes-nothing-optional',
    title: 'adds nothing to an instance beside what it has to return',
    behaviour: () =>
      changeQuery(on('search', 'instances'), (query) =>
        query.filter(([name, value]) => name !== 'includefield' || levelOf(tagOf(value) ?? value) !== 'instances'),
      ),
  },
];
