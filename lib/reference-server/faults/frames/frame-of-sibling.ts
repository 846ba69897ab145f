import { changeRequest, on } from '../../changes/answers.ts';
import { toSibling } from '../../changes/sibling.ts';
import type { Fault } from '../fault.ts';

export const frameOfSibling: Fault = {
  id: 'frame-of-sibling',
  title: 'sends a frame of another instance of the series',
  operations: ['T11'],
  requirements: ['WADO-RS-045'],
  behaviour: () => changeRequest(on('frames'), toSibling),
};
