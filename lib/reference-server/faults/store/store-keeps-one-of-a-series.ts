import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeKeepsOneOfASeries: Fault = {
  id: 'store-keeps-one-of-a-series',
  title: 'acknowledges every instance of a request and keeps one of each series',
  operations: ['several-stores'],
  requirements: ['STOW-001'],
  behaviour: () =>
    changeAnswer(on('store'), (answer, _, archive) => {
      if (answer.content.kind !== 'json') return answer;
      const [module = {}] = [answer.content.value].flat();
      const kept = new Set<string>();
      for (const item of (module['00081199']?.Value ?? []) as readonly DicomJsonDataSet[]) {
        const instance = archive.find(String(item['00081155']?.Value?.[0]));
        if (instance && kept.has(instance.series)) archive.remove(instance);
        else if (instance) kept.add(instance.series);
      }
      return answer;
    }),
};
