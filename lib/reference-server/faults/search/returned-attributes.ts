import { changeDataSets, changeList, on } from '../../changes/answers.ts';
import { dropAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

const OF_STUDY = [
  '00080020',
  '00080030',
  '00080050',
  '00080061',
  '00080090',
  '00100010',
  '00100020',
  '00100030',
  '00100040',
];

const OF_PARENTS = {
  studies: new Set<string>(),
  series: new Set([...OF_STUDY, '00200010']),
  instances: new Set([...OF_STUDY, '00200010', '00080060', '00200011']),
};

const STUDY: readonly string[] = ['T12', 'T13', 'T15'];

const SERIES: readonly string[] = ['T13', 'T14', 'T15', 'T16'];

const INSTANCE: readonly string[] = ['T15', 'T16', 'T17'];

/** Required return attributes: name in the fault's id, keyword, tag, where it is seen, which requirements ask for it. */
const ATTRIBUTES = [
  ['study-date', 'StudyDate', '00080020', STUDY, ['QIDO-020', 'QIDO-029']],
  ['accession-number', 'AccessionNumber', '00080050', STUDY, ['QIDO-020', 'QIDO-029']],
  ['modalities-in-study', 'ModalitiesInStudy', '00080061', STUDY, ['QIDO-020', 'QIDO-029']],
  ['patient-name', 'PatientName', '00100010', STUDY, ['QIDO-020', 'QIDO-029']],
  ['patient-id', 'PatientID', '00100020', STUDY, ['QIDO-020', 'QIDO-029']],
  ['study-instance-uid', 'StudyInstanceUID', '0020000D', STUDY, ['QIDO-020', 'QIDO-029']],
  ['study-id', 'StudyID', '00200010', STUDY, ['QIDO-020', 'QIDO-029']],
  ['series-count', 'NumberOfStudyRelatedSeries', '00201206', STUDY, ['QIDO-020', 'QIDO-029']],
  ['instance-count', 'NumberOfStudyRelatedInstances', '00201208', STUDY, ['QIDO-020', 'QIDO-029']],
  ['modality', 'Modality', '00080060', SERIES, ['QIDO-025', 'QIDO-029']],
  ['series-instance-uid', 'SeriesInstanceUID', '0020000E', SERIES, ['QIDO-025', 'QIDO-029']],
  ['series-number', 'SeriesNumber', '00200011', SERIES, ['QIDO-025', 'QIDO-029']],
  ['series-size', 'NumberOfSeriesRelatedInstances', '00201209', ['T13', 'T14'], ['QIDO-025']],
  ['sop-class-uid', 'SOPClassUID', '00080016', INSTANCE, ['QIDO-027']],
  ['sop-instance-uid', 'SOPInstanceUID', '00080018', INSTANCE, ['QIDO-013', 'QIDO-027']],
  ['instance-number', 'InstanceNumber', '00200013', INSTANCE, ['QIDO-027']],
  ['rows', 'Rows', '00280010', INSTANCE, ['QIDO-028']],
  ['retrieve-url', 'RetrieveURL', '00081190', ['T12', 'T13', 'T14', 'T15', 'T16', 'T17'], ['QIDO-021']],
] as const satisfies readonly (readonly [string, string, string, readonly string[], readonly string[]])[];

/** Faults of which attributes are in search results when includefield does not ask for any. */
export const SEARCH_RETURNED_ATTRIBUTES: readonly Fault[] = [
  {
    id: 'series-search-without-requests',
    title: 'leaves RequestAttributesSequence out of results for series that have one',
    scenarios: ['rich-instance'],
    requirements: ['QIDO-026'],
    breach: 'search-attribute-missing',
    behaviour: () => dropAttribute(on('search', 'series'), '00400275'),
  },
  {
    id: 'search-private-without-creator',
    title: 'returns a private attribute without its creator',
    scenarios: ['rich-instance'],
    requirements: ['QIDO-035'],
    breach: 'json-private-without-creator',
    behaviour: () => dropAttribute(on('search', 'instances'), '00290010'),
  },
  {
    id: 'search-empty-attributes-omitted',
    title: 'leaves attributes without a value out of results',
    scenarios: ['T12', 'T13', 'T15'],
    requirements: ['QIDO-020'],
    breach: 'search-empty-attribute-missing',
    behaviour: () =>
      changeDataSets(on('search'), (dataSet) =>
        Object.fromEntries(Object.entries(dataSet).filter(([, attribute]) => Object.keys(attribute).length > 1)),
      ),
  },
  {
    id: 'search-lacks-parent-attributes',
    title: 'returns only the attributes of the searched level from relational searches',
    scenarios: ['T13', 'T15', 'T16'],
    requirements: ['QIDO-029'],
    breach: 'search-lacks-parent-attributes',
    behaviour: () =>
      changeList(on('search'), (list, { route }) =>
        list.map((dataSet) =>
          Object.fromEntries(Object.entries(dataSet).filter(([tag]) => !OF_PARENTS[route.level].has(tag))),
        ),
      ),
  },
  // One fault for each return attribute that a search shall not leave out.
  ...ATTRIBUTES.map(
    ([name, keyword, tag, scenarios, requirements]): Fault => ({
      id: `search-without-${name}`,
      title: `leaves ${keyword} out of search results`,
      scenarios,
      requirements,
      // The pictures of the tutorial have no AccessionNumber.
      breach: name === 'accession-number' ? 'search-empty-attribute-missing' : 'search-attribute-missing',
      behaviour: () => dropAttribute(on('search'), tag),
    }),
  ),
];
