import { changeAnswer, on } from '../../changes/answers.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const capabilitiesNotOffered: Fault = {
  id: 'capabilities-not-offered',
  title: 'answers 501 to OPTIONS',
  operations: [],
  requirements: ['CAP-001'],
  behaviour: () => changeAnswer(on('capabilities'), () => textAnswer(501, 'not offered')),
};
