import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchSeriesCountWrong: Fault = {
  id: 'search-series-count-wrong',
  title: 'counts one series too many in a study',
  operations: ['T12', 'T13', 'T15'],
  requirements: ['QIDO-024'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) =>
      withAttribute(dataSet, '00201206', ({ vr, Value = [] }) => ({ vr, Value: [Number(Value[0]) + 1] })),
    ),
};
