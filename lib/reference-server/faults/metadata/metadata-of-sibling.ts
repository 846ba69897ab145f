import { changeRequest, on } from '../../changes/answers.ts';
import { toSibling } from '../../changes/sibling.ts';
import type { Fault } from '../fault.ts';

export const metadataOfSibling: Fault = {
  id: 'metadata-of-sibling',
  title: 'sends the metadata of another instance of the series',
  operations: ['T10'],
  requirements: ['WADO-RS-030'],
  behaviour: () => changeRequest(on('metadata', 'instances'), toSibling),
};
