import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeResponseInArray: Fault = {
  id: 'store-response-in-array',
  title: 'puts the store response module into an array',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-014'],
  behaviour: () =>
    changeAnswer(on('store'), (answer) =>
      answer.content.kind === 'json'
        ? { ...answer, content: { ...answer.content, value: [answer.content.value].flat() } }
        : answer,
    ),
};
