import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10WithoutMediaStorageInstance: Fault = {
  id: 'part10-without-media-storage-instance',
  title: 'leaves out Media Storage SOP Instance UID of the file meta information',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-005'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) => rewrite(bytes, { meta: (elements) => elements.delete('00020003') })),
};
