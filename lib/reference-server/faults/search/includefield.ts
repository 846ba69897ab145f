import { tagOf } from '../../../dicom/dictionary.ts';
import { attributesOf } from '../../attributes-of.ts';
import { changeDataSets, changeList, changeRequest, on } from '../../changes/answers.ts';
import { changeAttributes, withoutAttribute } from '../../changes/attributes.ts';
import { dropParameters } from '../../changes/query.ts';
import { refuse } from '../../changes/refuse.ts';
import type { QueryParameter } from '../../message.ts';
import { levelOf } from '../../search/attributes.ts';
import type { Fault } from '../fault.ts';

/** What becomes of the values of includefield: name in the fault's id, what is not understood, how it is read. */
const READINGS = [
  ['tags', 'tags', (values: readonly string[]) => values.filter((value) => !/^[0-9a-f]{8}$/i.test(value))],
  ['lists', 'lists', (values: readonly string[]) => values.filter((value) => !value.includes(','))],
  ['repetitions', 'all occurrences but the first', (values: readonly string[]) => values.slice(0, 1)],
] as const;

const LONGEST = 3;

/** Faults of the includefield parameter. */
export const SEARCH_INCLUDEFIELD: readonly Fault[] = [
  {
    id: 'search-ignores-includefield',
    title: 'ignores includefield',
    scenarios: ['include-field', 'include-levels'],
    requirements: ['QIDO-032', 'QIDO-034'],
    breach: 'includefield-ignored',
    behaviour: () => dropParameters(['includefield']),
  },
  // One fault for each form of includefield that is not understood.
  ...READINGS.map(
    ([name, what, read]): Fault => ({
      id: `search-ignores-includefield-${name}`,
      title: `ignores ${what} in includefield`,
      scenarios: ['include-field'],
      requirements: ['QIDO-031'],
      breach: 'includefield-form-ignored',
      behaviour: () =>
        changeRequest(on('search'), (request) => {
          const others = request.query.filter(([field]) => field !== 'includefield');
          const values = request.query.flatMap(([field, value]) => (field === 'includefield' ? [value] : []));
          const included = read(values).map((value): QueryParameter => ['includefield', value]);
          return { ...request, query: [...others, ...included] };
        }),
    }),
  ),
  {
    id: 'search-includefield-list-answers-400',
    title: 'refuses a list of attributes in includefield with 400',
    scenarios: ['include-field'],
    requirements: ['QIDO-031'],
    breach: 'includefield-refused',
    behaviour: () =>
      refuse(
        (request) => request.query.some(([name, value]) => name === 'includefield' && value.includes(',')),
        400,
        'includefield names one attribute',
      ),
  },
  {
    id: 'search-all-without-required',
    title: 'leaves required attributes out when includefield is all',
    scenarios: ['include-field'],
    requirements: ['QIDO-032'],
    breach: 'includefield-leaves-out',
    behaviour: () =>
      changeDataSets(
        (request) => on('search')(request) && request.query.some(([, value]) => value === 'all'),
        (dataSet) => withoutAttribute(withoutAttribute(dataSet, '00100020'), '00200013'),
      ),
  },
  {
    id: 'search-includes-lower-levels',
    title: 'returns series and instance attributes with studies when includefield names them',
    scenarios: ['include-levels'],
    requirements: ['QIDO-033'],
    breach: 'includefield-of-lower-level',
    behaviour: () =>
      changeList(on('search'), (list, { query }, archive) => {
        const tags = query.flatMap(([name, value]) => (name === 'includefield' ? [tagOf(value) ?? value] : []));
        return list.map((dataSet) => {
          const study = String(dataSet['0020000D']?.Value?.[0]);
          const [some] = archive.select({ study });
          const attributes = some ? attributesOf(some) : {};
          const named = tags.flatMap((tag) => (attributes[tag] ? [[tag, attributes[tag]] as const] : []));
          return { ...Object.fromEntries(named), ...dataSet };
        });
      }),
  },
  {
    id: 'search-includes-nothing-from-above',
    title: 'leaves out attributes of higher levels that includefield names',
    scenarios: ['include-levels'],
    requirements: ['QIDO-034'],
    breach: 'includefield-from-above-ignored',
    behaviour: () =>
      changeRequest(on('search'), (request) => ({
        ...request,
        query: request.query.filter(
          ([name, value]) =>
            name !== 'includefield' || value === 'all' || levelOf(tagOf(value) ?? value) === request.route.level,
        ),
      })),
  },
  {
    id: 'search-includes-values-cut-short',
    title: 'cuts values short in search results when includefield is used',
    scenarios: ['include-field', 'include-levels'],
    requirements: ['QIDO-031', 'QIDO-034'],
    breach: 'includefield-value-differs',
    behaviour: () =>
      changeAttributes(
        (request) => on('search')(request) && request.query.some(([name]) => name === 'includefield'),
        ({ vr, Value }) => Value !== undefined && ['CS', 'DA', 'PN'].includes(vr),
        ({ vr, Value = [] }) => ({
          vr,
          Value: Value.map((value) => (typeof value === 'string' ? value.slice(0, LONGEST) : { Alphabetic: 'A' })),
        }),
      ),
  },
];
