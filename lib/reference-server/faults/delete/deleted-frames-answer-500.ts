import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const deletedFramesAnswer500: Fault = {
  id: 'deleted-frames-answer-500',
  title: 'answers 500 when frames of a deleted instance are asked for',
  operations: ['T18'],
  requirements: ['WADO-RS-018'],
  behaviour: () => changeStatus(on('frames'), 404, 500),
};
