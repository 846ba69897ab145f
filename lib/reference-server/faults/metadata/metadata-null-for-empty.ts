import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataNullForEmpty: Fault = {
  id: 'metadata-null-for-empty',
  title: 'writes [null] for attributes without a value',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-016'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        (attribute) => Object.keys(attribute).length === 1,
        ({ vr }) => ({ vr, Value: [null] }),
      ),
    ),
};
