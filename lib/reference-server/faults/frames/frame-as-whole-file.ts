import { changeParts, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const frameAsWholeFile: Fault = {
  id: 'frame-as-whole-file',
  title: 'sends the PS3.10 file where a frame was asked for',
  operations: ['T11'],
  requirements: ['WADO-RS-045'],
  behaviour: () =>
    changeParts(on('frames'), (parts, { route }, archive) => {
      const [instance] = archive.select({ study: route.study ?? '', series: route.series, instance: route.instance });
      return parts.map((part) => ({ ...part, body: instance?.bytes ?? part.body }));
    }),
};
