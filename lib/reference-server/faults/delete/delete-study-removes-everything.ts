import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const deleteStudyRemovesEverything: Fault = {
  id: 'delete-study-removes-everything',
  title: 'empties the archive where a study was named',
  operations: ['T20'],
  requirements: ['DELETE-002'],
  behaviour: () =>
    changeAnswer(on('delete', 'studies'), (answer, _, archive) => {
      for (const study of [...archive.studies()]) archive.remove({ study });
      return answer;
    }),
};
