import { changeList, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataHasOneTwice: Fault = {
  id: 'metadata-has-one-twice',
  title: 'lists an instance twice in metadata',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-030'],
  behaviour: () => changeList(on('metadata'), (list) => [...list, ...list.slice(0, 1)]),
};
