import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataWithoutVr: Fault = {
  id: 'metadata-without-vr',
  title: 'leaves out the vr of attributes',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-006'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withEach(
        dataSet,
        () => true,
        ({ vr: _, ...others }) => others,
      ),
    ),
};
