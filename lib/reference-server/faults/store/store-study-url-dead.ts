import { changeDataSets, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeStudyUrlDead: Fault = {
  id: 'store-study-url-dead',
  title: 'hands out a RetrieveURL of the study after a store that leads nowhere',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-022'],
  behaviour: () =>
    changeDataSets(on('store'), (module) => ({
      ...module,
      '00081190': { vr: 'UR', Value: [`${module['00081190']?.Value?.[0]}/gone`] },
    })),
};
