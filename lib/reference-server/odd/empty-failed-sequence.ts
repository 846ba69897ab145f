import { changeDataSets, on } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** Present without items: more than is asked for, and clients read it as none (PS3.18 Table I.1-1). */
export const emptyFailedSequence: OddServer = {
  id: 'empty-failed-sequence',
  title: 'sends an empty FailedSOPSequence when everything was stored',
  behaviour: () => changeDataSets(on('store'), (module) => ({ ...module, '00081198': { vr: 'SQ' } })),
};
