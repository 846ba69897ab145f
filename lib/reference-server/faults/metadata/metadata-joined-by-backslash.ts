import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataJoinedByBackslash: Fault = {
  id: 'metadata-joined-by-backslash',
  title: 'joins several values by backslashes',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-018'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        ({ vr, Value = [] }) => vr === 'CS' && Value.length > 1,
        ({ vr, Value = [] }) => ({ vr, Value: [Value.join('\\')] }),
      ),
    ),
};
