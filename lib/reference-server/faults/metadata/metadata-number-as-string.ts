import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataNumberAsString: Fault = {
  id: 'metadata-number-as-string',
  title: 'writes US values as strings',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-010'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        ({ vr }) => vr === 'US',
        ({ vr, Value = [] }) => ({ vr, Value: Value.map(String) }),
      ),
    ),
};
