import { changeDataSets, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataWithFileMeta: Fault = {
  id: 'metadata-with-file-meta',
  title: 'puts the Transfer Syntax UID into metadata',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-034'],
  behaviour: () =>
    changeDataSets(on('metadata'), (dataSet) => ({
      '00020010': { vr: 'UI', Value: ['1.2.840.10008.1.2.1'] },
      ...dataSet,
    })),
};
