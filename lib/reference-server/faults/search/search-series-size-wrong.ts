import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchSeriesSizeWrong: Fault = {
  id: 'search-series-size-wrong',
  title: 'counts one instance too many in a series',
  operations: ['T13', 'T14'],
  requirements: ['QIDO-025'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) =>
      withAttribute(dataSet, '00201209', ({ vr, Value = [] }) => ({ vr, Value: [Number(Value[0]) + 1] })),
    ),
};
