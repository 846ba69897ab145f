import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const framesLabelledAsJpeg: Fault = {
  id: 'frames-labelled-as-jpeg',
  title: 'labels native frames as image/jpeg',
  operations: ['T11'],
  requirements: ['WADO-RS-040', 'WADO-RS-048'],
  behaviour: () =>
    changeAnswer(on('frames'), (answer) => {
      const { content } = answer;
      if (content.kind !== 'multipart') return answer;
      const parts = content.parts.map((part) => ({
        ...part,
        headers: part.headers.map(([name, value]) => [name, name === 'Content-Type' ? 'image/jpeg' : value] as const),
      }));
      return { ...answer, content: { ...content, rootType: 'image/jpeg', parts } };
    }),
};
