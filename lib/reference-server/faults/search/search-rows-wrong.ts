import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchRowsWrong: Fault = {
  id: 'search-rows-wrong',
  title: 'gives other Rows in results than are stored',
  operations: ['T15', 'T16', 'T17'],
  requirements: ['QIDO-028'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) => withAttribute(dataSet, '00280010', ({ vr }) => ({ vr, Value: [1] }))),
};
