import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataVrInLowerCase: Fault = {
  id: 'metadata-vr-in-lower-case',
  title: 'writes VRs with small letters',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-006'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        () => true,
        (attribute) => ({ ...attribute, vr: attribute.vr.toLowerCase() }),
      ),
    ),
};
