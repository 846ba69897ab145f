import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeLocationOfAnotherStudy: Fault = {
  id: 'store-location-of-another-study',
  title: 'locates another study than the one that was stored into',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-028'],
  behaviour: () =>
    changeAnswer(on('store'), (answer) => ({
      ...answer,
      headers: answer.headers.map(
        ([name, value]) => [name, value.replace(/studies\/[0-9.]+/, 'studies/1.2.3')] as const,
      ),
    })),
};
