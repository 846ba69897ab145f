import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchInstanceCountWrong: Fault = {
  id: 'search-instance-count-wrong',
  title: 'counts one instance too many in a study',
  operations: ['T12', 'T13', 'T15'],
  requirements: ['QIDO-024'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) =>
      withAttribute(dataSet, '00201208', ({ vr, Value = [] }) => ({ vr, Value: [Number(Value[0]) + 1] })),
    ),
};
