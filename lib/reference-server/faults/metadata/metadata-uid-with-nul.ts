import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataUidWithNul: Fault = {
  id: 'metadata-uid-with-nul',
  title: 'leaves the padding of SOP Class UIDs in metadata',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-023', 'JSON-022'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        ({ vr }) => vr === 'UI',
        ({ vr, Value = [] }) => ({ vr, Value: Value.map((uid) => `${uid}\0`) }),
      ),
    ),
};
