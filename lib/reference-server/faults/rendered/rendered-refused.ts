import { changeAnswer, on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const renderedRefused: Fault = {
  id: 'rendered-refused',
  title: 'answers 501 to rendered resources',
  operations: ['rendered'],
  requirements: ['WADO-RS-060'],
  behaviour: () => changeAnswer(on('rendered'), () => textAnswer(501, 'not offered')),
};
