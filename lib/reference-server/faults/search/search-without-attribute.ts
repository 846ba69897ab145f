import { changeDataSets, on } from '../../changes/answers.ts';
import { withoutAttribute } from '../../changes/attributes.ts';
import type { Fault, TutorialOperation } from '../fault.ts';

const STUDY: readonly TutorialOperation[] = ['T12', 'T13', 'T15'];
const SERIES: readonly TutorialOperation[] = ['T13', 'T14', 'T15', 'T16'];
const INSTANCE: readonly TutorialOperation[] = ['T15', 'T16', 'T17'];

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
] as const satisfies readonly (readonly [string, string, string, readonly TutorialOperation[], readonly string[]])[];

/** One fault for each return attribute that a search shall not leave out. */
export const searchWithoutAttribute: readonly Fault[] = ATTRIBUTES.map(
  ([name, keyword, tag, operations, requirements]) => ({
    id: `search-without-${name}`,
    title: `leaves ${keyword} out of search results`,
    operations,
    requirements,
    behaviour: () => changeDataSets(on('search'), (dataSet) => withoutAttribute(dataSet, tag)),
  }),
);
