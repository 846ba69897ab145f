import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { changeAnswer, on } from '../../changes/answers.ts';
import { FAILURE_REASON } from '../../store/outcome.ts';
import type { Fault } from '../fault.ts';

export const storeLosesWhatItKeeps: Fault = {
  id: 'store-loses-what-it-keeps',
  title: 'refuses other content for an instance, and loses the instance over it',
  operations: ['changed-content'],
  requirements: ['STOW-030'],
  behaviour: () =>
    changeAnswer(on('store'), (answer, _request, archive) => {
      if (answer.content.kind !== 'json') return answer;
      const [module = {}] = [answer.content.value].flat();
      for (const item of (module['00081198']?.Value ?? []) as readonly DicomJsonDataSet[]) {
        const kept = archive.find(String(item['00081155']?.Value?.[0]));
        if (kept && item['00081197']?.Value?.[0] === FAILURE_REASON.duplicateInstance) archive.remove(kept);
      }
      return answer;
    }),
};
