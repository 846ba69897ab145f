import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const framesAnswer500: Fault = {
  id: 'frames-answer-500',
  title: 'answers 500 to a retrieve of frames',
  operations: ['T11'],
  requirements: ['WADO-RS-040'],
  behaviour: () => changeStatus(on('frames'), 200, 500),
};
