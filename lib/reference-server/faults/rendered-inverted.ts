import { changePayloads, on } from './changes.ts';
import type { Fault } from './fault.ts';
import { negative } from './negative.ts';

export const renderedInverted: Fault = {
  id: 'rendered-inverted',
  title: 'renders pictures as their negative',
  operations: [],
  requirements: ['WADO-RS-073'],
  behaviour: () => changePayloads(on('rendered'), negative),
};
