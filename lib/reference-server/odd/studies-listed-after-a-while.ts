import { on } from '../changes/answers.ts';
import { delayed } from '../changes/delayed.ts';
import type { OddServer } from './odd-server.ts';

/** Nor between the levels of search: an archive may gather its studies from the instances that came in. */
export const studiesListedAfterAWhile: OddServer = {
  id: 'studies-listed-after-a-while',
  title: 'finds stored instances at once, and their study 2 seconds later',
  behaviour: () => delayed(2_000, on('search', 'studies')),
};
