import { changeList, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataMissesOne: Fault = {
  id: 'metadata-misses-one',
  title: 'leaves an instance out of the metadata of a study or series',
  operations: ['T06', 'T08'],
  requirements: ['WADO-RS-030'],
  behaviour: () => changeList(on('metadata'), (list) => (list.length > 1 ? list.slice(1) : list)),
};
