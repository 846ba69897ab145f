import { ignoreKeys } from '../../changes/ignore-keys.ts';
import type { Fault } from '../fault.ts';

export const seriesSearchIgnoresKeys: Fault = {
  id: 'series-search-ignores-keys',
  title: 'answers a search for series with every series',
  operations: ['T13', 'T14'],
  requirements: ['QIDO-011'],
  behaviour: () => ignoreKeys('series'),
};
