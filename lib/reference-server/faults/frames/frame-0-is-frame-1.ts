import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const frame0IsFrame1: Fault = {
  id: 'frame-0-is-frame-1',
  title: 'answers frame 0 with the first frame',
  operations: ['T11'],
  requirements: ['WADO-RS-041'],
  behaviour: () =>
    changeRequest(on('frames'), (request) => ({
      ...request,
      route: { ...request.route, frames: (request.route.frames ?? '').replace(/^0(?=,|$)/, '1') },
    })),
};
