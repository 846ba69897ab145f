import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const retrieveSinglePart: Fault = {
  id: 'retrieve-single-part',
  title: 'answers a retrieve that wants multipart with the first instance alone',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-001', 'WADO-RS-016', 'WADO-RS-004'],
  behaviour: () =>
    changeAnswer(on('retrieve'), (answer) => {
      const { content } = answer;
      const first = content.kind === 'multipart' ? content.parts[0] : undefined;
      return first
        ? { ...answer, content: { kind: 'bytes', mediaType: 'application/dicom', bytes: first.body } }
        : answer;
    }),
};
