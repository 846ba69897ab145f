import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchPatientIdWrong: Fault = {
  id: 'search-patient-id-wrong',
  title: 'gives another Patient ID in study results than is stored',
  operations: ['T12', 'T13', 'T15'],
  requirements: ['QIDO-020', 'QIDO-029'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) =>
      withAttribute(dataSet, '00100020', ({ vr }) => ({ vr, Value: ['ANOTHER'] })),
    ),
};
