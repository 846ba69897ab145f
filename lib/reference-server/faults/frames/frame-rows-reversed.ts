import { changePayloads, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const frameRowsReversed: Fault = {
  id: 'frame-rows-reversed',
  title: 'sends the bytes of a frame in reverse order',
  operations: ['T11'],
  requirements: ['WADO-RS-045'],
  behaviour: () => changePayloads(on('frames'), (bytes) => Buffer.from(bytes).reverse()),
};
