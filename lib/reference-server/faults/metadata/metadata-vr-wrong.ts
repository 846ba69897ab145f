import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataVrWrong: Fault = {
  id: 'metadata-vr-wrong',
  title: 'gives Patient ID the VR SH',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-007'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withAttribute(dataSet, '00100020', (attribute) => ({ ...attribute, vr: 'SH' })),
    ),
};
