import { on } from '../changes/answers.ts';
import { delayed } from '../changes/delayed.ts';
import type { OddServer } from './odd-server.ts';

/** No time is given between store and retrieve either: an archive may answer from an index, and move the files later. */
export const retrievedAfterAWhile: OddServer = {
  id: 'retrieved-after-a-while',
  title: 'finds stored instances at once, and gives them out 300 milliseconds later',
  behaviour: () => delayed(300, on(['retrieve', 'metadata', 'frames', 'bulkdata', 'rendered', 'thumbnail'])),
};
