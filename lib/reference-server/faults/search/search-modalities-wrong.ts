import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchModalitiesWrong: Fault = {
  id: 'search-modalities-wrong',
  title: 'names a modality that the study does not hold',
  operations: ['T12', 'T13', 'T15'],
  requirements: ['QIDO-024'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) => withAttribute(dataSet, '00080061', ({ vr }) => ({ vr, Value: ['NM'] }))),
};
