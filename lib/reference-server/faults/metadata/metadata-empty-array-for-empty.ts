import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataEmptyArrayForEmpty: Fault = {
  id: 'metadata-empty-array-for-empty',
  title: 'writes an empty array for attributes without a value',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-016'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        (attribute) => Object.keys(attribute).length === 1,
        ({ vr }) => ({ vr, Value: [] }),
      ),
    ),
};
