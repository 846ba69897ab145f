import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const framesSinglePart: Fault = {
  id: 'frames-single-part',
  title: 'answers frames that are wanted as multipart with the bare bytes',
  operations: ['T11'],
  requirements: ['WADO-RS-040', 'MP-001'],
  behaviour: () =>
    changeAnswer(on('frames'), (answer) => {
      const { content } = answer;
      const first = content.kind === 'multipart' ? content.parts[0] : undefined;
      return first
        ? { ...answer, content: { kind: 'bytes', mediaType: 'application/octet-stream', bytes: first.body } }
        : answer;
    }),
};
