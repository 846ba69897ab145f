import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite, setText } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const part10MediaStorageInstanceUntrue: Fault = {
  id: 'part10-media-storage-instance-untrue',
  title: 'names another instance in the file meta information than in the data set',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-005'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      rewrite(bytes, { meta: (elements) => setText(elements, '00020003', '2.25.42') }),
    ),
};
