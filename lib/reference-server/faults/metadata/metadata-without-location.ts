import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataWithoutLocation: Fault = {
  id: 'metadata-without-location',
  title: 'returns metadata without its Content-Location',
  operations: ['content-location'],
  requirements: ['COMMON-020'],
  behaviour: () =>
    changeAnswer(on('metadata'), (answer) => ({
      ...answer,
      headers: answer.headers.filter(([name]) => name !== 'Content-Location'),
    })),
};
