import { acknowledgedIn } from '../../changes/acknowledged.ts';
import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeKeepsFirstOfRequest: Fault = {
  id: 'store-keeps-first-of-request',
  title: 'acknowledges every instance of a request and keeps the first',
  operations: ['several-stores'],
  requirements: ['STOW-001'],
  behaviour: () =>
    changeAnswer(on('store'), (answer, _, archive) => {
      for (const instance of acknowledgedIn(answer, archive).slice(1)) archive.remove(instance);
      return answer;
    }),
};
