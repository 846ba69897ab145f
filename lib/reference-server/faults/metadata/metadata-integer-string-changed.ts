import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataIntegerStringChanged: Fault = {
  id: 'metadata-integer-string-changed',
  title: 'adds a half to IS values',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-011'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        ({ vr }) => vr === 'IS',
        ({ vr, Value = [] }) => ({ vr, Value: Value.map((value) => Number(value) + 0.5) }),
      ),
    ),
};
