import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { changeDataSets, changeList, on } from '../../changes/answers.ts';
import { changeAttribute, withAttribute } from '../../changes/attributes.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Attributes that each result takes from the one after it: name in the fault's id, keyword, tag, who has to notice. */
const MIXED_UP = [
  ['retrieve-urls', 'RetrieveURL', '00081190', 'QIDO-021'],
  ['series-numbers', 'SeriesNumber', '00200011', 'QIDO-025'],
  ['instance-numbers', 'InstanceNumber', '00200013', 'QIDO-027'],
] as const;

function withNext(list: readonly DicomJsonDataSet[], tag: string): DicomJsonDataSet[] {
  return list.map((dataSet, index) => {
    const next = list[(index + 1) % list.length]?.[tag];
    return dataSet[tag] && next ? { ...dataSet, [tag]: next } : dataSet;
  });
}

/** Faults of the values in search results: counts, numbers, RetrieveURL. */
export const SEARCH_RETURNED_VALUES: readonly Fault[] = [
  {
    id: 'search-patient-id-wrong',
    title: 'gives another Patient ID in study results than is stored',
    scenarios: ['T12', 'T13', 'T15'],
    requirements: ['QIDO-020', 'QIDO-029'],
    breach: 'search-value-differs',
    behaviour: () => changeAttribute(on('search'), '00100020', ({ vr }) => ({ vr, Value: ['ANOTHER'] })),
  },
  {
    id: 'search-instance-number-wrong',
    title: 'gives another Instance Number in results than is stored',
    scenarios: ['T15', 'T16', 'T17', 'changed-content'],
    requirements: ['QIDO-027'],
    breach: 'value-differs',
    behaviour: () => changeAttribute(on('search'), '00200013', ({ vr }) => ({ vr, Value: [77] })),
  },
  {
    id: 'search-rows-wrong',
    title: 'gives other Rows in results than are stored',
    scenarios: ['T15', 'T16', 'T17'],
    requirements: ['QIDO-028'],
    breach: 'search-value-differs',
    behaviour: () => changeAttribute(on('search'), '00280010', ({ vr }) => ({ vr, Value: [1] })),
  },
  {
    id: 'search-instance-count-wrong',
    title: 'counts one instance too many in a study',
    scenarios: ['T12', 'T13', 'T15'],
    requirements: ['QIDO-024'],
    breach: 'search-count-differs',
    behaviour: () =>
      changeAttribute(on('search'), '00201208', ({ vr, Value = [] }) => ({ vr, Value: [Number(Value[0]) + 1] })),
  },
  {
    id: 'search-series-count-wrong',
    title: 'counts one series too many in a study',
    scenarios: ['T12', 'T13', 'T15'],
    requirements: ['QIDO-024'],
    breach: 'search-count-differs',
    behaviour: () =>
      changeAttribute(on('search'), '00201206', ({ vr, Value = [] }) => ({ vr, Value: [Number(Value[0]) + 1] })),
  },
  {
    id: 'search-series-size-wrong',
    title: 'counts one instance too many in a series',
    scenarios: ['T13', 'T14'],
    requirements: ['QIDO-025'],
    breach: 'search-count-differs',
    behaviour: () =>
      changeAttribute(on('search'), '00201209', ({ vr, Value = [] }) => ({ vr, Value: [Number(Value[0]) + 1] })),
  },
  {
    id: 'search-counts-stale',
    title: 'keeps the counts that a study had after its first store',
    scenarios: ['T12', 'T13', 'T15'],
    requirements: ['QIDO-024'],
    breach: 'search-count-too-small',
    behaviour: () =>
      changeDataSets(on('search'), (dataSet) =>
        withAttribute(
          withAttribute(dataSet, '00201206', ({ vr }) => ({ vr, Value: [1] })) as typeof dataSet,
          '00201208',
          ({ vr }) => ({ vr, Value: [1] }),
        ),
      ),
  },
  {
    id: 'search-modalities-wrong',
    title: 'names a modality that the study does not hold',
    scenarios: ['T12', 'T13', 'T15'],
    requirements: ['QIDO-024'],
    breach: 'search-modalities-differ',
    behaviour: () => changeAttribute(on('search'), '00080061', ({ vr }) => ({ vr, Value: ['NM'] })),
  },
  {
    id: 'search-retrieve-url-dead',
    title: 'hands out a RetrieveURL that leads nowhere',
    scenarios: TUTORIAL.search,
    requirements: ['QIDO-021'],
    breach: 'retrieve-url-dead',
    behaviour: () =>
      changeAttribute(on('search'), '00081190', ({ vr, Value = [] }) => ({
        vr,
        Value: Value.map((url) => String(url).replace('/studies/', '/archive/')),
      })),
  },
  {
    id: 'search-retrieve-url-of-study',
    title: 'hands out the RetrieveURL of the study for a series or an instance',
    scenarios: ['T13', 'T14', 'T15', 'T16', 'T17'],
    requirements: ['QIDO-021'],
    breach: 'retrieve-url-of-another-resource',
    behaviour: () =>
      changeAttribute(on('search'), '00081190', ({ vr, Value = [] }) => ({
        vr,
        Value: Value.map((url) => String(url).replace(/\/series\/.*/, '')),
      })),
  },
  // One fault for each attribute that is mixed up between the results of a list.
  ...MIXED_UP.map(
    ([name, keyword, tag, requirement]): Fault => ({
      id: `search-mixes-up-${name}`,
      title: `gives each result the ${keyword} of the next one`,
      scenarios: ['lists'],
      requirements: [requirement],
      breach: name === 'retrieve-urls' ? 'retrieve-url-of-another-resource' : 'search-value-differs',
      behaviour: () => changeList(on('search'), (list) => withNext(list, tag)),
    }),
  ),
];
