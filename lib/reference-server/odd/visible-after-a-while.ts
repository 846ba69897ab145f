import { on } from '../changes/answers.ts';
import { delayed } from '../changes/delayed.ts';
import type { OddServer } from './odd-server.ts';

/** No time is given between store and search (PS3.18 Table 10.5.3-1). */
export const visibleAfterAWhile: OddServer = {
  id: 'visible-after-a-while',
  title: 'finds stored instances 300 milliseconds later',
  behaviour: () => delayed(300, on('search')),
};
