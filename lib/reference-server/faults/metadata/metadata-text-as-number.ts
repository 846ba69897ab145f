import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataTextAsNumber: Fault = {
  id: 'metadata-text-as-number',
  title: 'writes SH values as numbers',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-009'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withAttribute(dataSet, '00200010', ({ vr, Value = [] }) => ({ vr, Value: Value.map(Number) })),
    ),
};
