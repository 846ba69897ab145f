import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const metadataPixelsInline: Fault = {
  id: 'metadata-pixels-inline',
  title: 'carries pixel data in metadata as InlineBinary',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-035'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) =>
      withAttribute(dataSet, '7FE00010', ({ vr }) => ({ vr, InlineBinary: 'AAAA' })),
    ),
};
