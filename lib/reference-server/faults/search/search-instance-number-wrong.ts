import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchInstanceNumberWrong: Fault = {
  id: 'search-instance-number-wrong',
  title: 'gives another Instance Number in results than is stored',
  operations: ['T15', 'T16', 'T17'],
  requirements: ['QIDO-027'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) => withAttribute(dataSet, '00200013', ({ vr }) => ({ vr, Value: [77] }))),
};
