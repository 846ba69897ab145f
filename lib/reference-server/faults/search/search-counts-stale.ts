import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const searchCountsStale: Fault = {
  id: 'search-counts-stale',
  title: 'keeps the counts that a study had after its first store',
  operations: ['T12', 'T13', 'T15'],
  requirements: ['QIDO-024'],
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) =>
      withAttribute(
        withAttribute(dataSet, '00201206', ({ vr }) => ({ vr, Value: [1] })) as typeof dataSet,
        '00201208',
        ({ vr }) => ({ vr, Value: [1] }),
      ),
    ),
};
