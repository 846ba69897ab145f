import { changePayloads, on } from '../../changes/answers.ts';
import { negative } from '../../changes/negative.ts';
import type { Fault } from '../fault.ts';

export const renderedInverted: Fault = {
  id: 'rendered-inverted',
  title: 'renders pictures as their negative',
  operations: ['rendered'],
  requirements: ['WADO-RS-073'],
  behaviour: () => changePayloads(on('rendered'), negative),
};
