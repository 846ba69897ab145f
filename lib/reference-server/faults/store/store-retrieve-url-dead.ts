import { changeDataSets, on } from '../../changes/answers.ts';
import { changeItems } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

export const storeRetrieveUrlDead: Fault = {
  id: 'store-retrieve-url-dead',
  title: 'hands out a RetrieveURL after a store that leads nowhere',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-022'],
  behaviour: () =>
    changeDataSets(on('store'), (module) =>
      changeItems(module, '00081199', (item) => ({
        ...item,
        '00081190': { vr: 'UR', Value: [`${item['00081190']?.Value?.[0]}/gone`] },
      })),
    ),
};
