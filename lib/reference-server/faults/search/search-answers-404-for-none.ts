import { changeAnswer, on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const searchAnswers404ForNone: Fault = {
  id: 'search-answers-404-for-none',
  title: 'answers 404 to a search without a match',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['QIDO-006'],
  behaviour: () =>
    changeAnswer(on('search'), (answer) =>
      answer.content.kind === 'json' && [answer.content.value].flat().length === 0
        ? textAnswer(404, 'nothing matches')
        : answer,
    ),
};
