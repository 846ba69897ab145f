import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeKeepsFirstOfRequest: Fault = {
  id: 'store-keeps-first-of-request',
  title: 'acknowledges every instance of a request and keeps the first',
  operations: ['several-stores'],
  requirements: ['STOW-001'],
  behaviour: () =>
    changeAnswer(on('store'), (answer, _, archive) => {
      if (answer.content.kind !== 'json') return answer;
      const [module = {}] = [answer.content.value].flat();
      const [, ...others] = (module['00081199']?.Value ?? []) as readonly DicomJsonDataSet[];
      for (const item of others) {
        const instance = archive.find(String(item['00081155']?.Value?.[0]));
        if (instance) archive.remove(instance);
      }
      return answer;
    }),
};
