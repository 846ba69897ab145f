import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataValueNotInArray: Fault = {
  id: 'metadata-value-not-in-array',
  title: 'writes single values without the array around them',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-008'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        ({ Value }) => Value?.length === 1,
        ({ vr, Value = [] }) => ({ vr, Value: Value[0] }),
      ),
    ),
};
