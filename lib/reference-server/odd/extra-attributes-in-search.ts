import { changeDataSets, on } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** Further attributes of the level may be returned (PS3.18 §10.6.3.3). */
export const extraAttributesInSearch: OddServer = {
  id: 'extra-attributes-in-search',
  title: 'returns more attributes than a search has to',
  behaviour: () =>
    changeDataSets(on('search'), (dataSet) => ({
      ...dataSet,
      '00080005': { vr: 'CS', Value: ['ISO_IR 192'] },
      '00080054': { vr: 'AE', Value: ['ARCHIVE'] },
      '00201200': { vr: 'IS', Value: [1] },
    })),
};
