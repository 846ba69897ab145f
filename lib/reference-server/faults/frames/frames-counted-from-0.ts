import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const framesCountedFrom0: Fault = {
  id: 'frames-counted-from-0',
  title: 'counts frames from 0, so that frame 1 of a single-frame image is not there',
  operations: ['T11'],
  requirements: ['WADO-RS-040', 'WADO-RS-041'],
  behaviour: () =>
    changeRequest(on('frames'), (request) => {
      const frames = (request.route.frames ?? '').split(',').map((number) => String(Number(number) + 1));
      return { ...request, route: { ...request.route, frames: frames.join(',') } };
    }),
};
