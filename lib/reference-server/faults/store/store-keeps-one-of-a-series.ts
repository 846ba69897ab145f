import { acknowledgedIn } from '../../changes/acknowledged.ts';
import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeKeepsOneOfASeries: Fault = {
  id: 'store-keeps-one-of-a-series',
  title: 'acknowledges every instance of a request and keeps one of each series',
  operations: ['several-stores'],
  requirements: ['STOW-001'],
  behaviour: () =>
    changeAnswer(on('store'), (answer, _, archive) => {
      const kept = new Set<string>();
      for (const instance of acknowledgedIn(answer, archive)) {
        if (kept.has(instance.series)) archive.remove(instance);
        else kept.add(instance.series);
      }
      return answer;
    }),
};
