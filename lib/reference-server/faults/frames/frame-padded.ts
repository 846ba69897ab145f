import { changePayloads, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const framePadded: Fault = {
  id: 'frame-padded',
  title: 'sends 1024 bytes more than a frame has',
  operations: ['T11'],
  requirements: ['WADO-RS-045'],
  behaviour: () => changePayloads(on('frames'), (bytes) => Buffer.concat([bytes, Buffer.alloc(1024)])),
};
