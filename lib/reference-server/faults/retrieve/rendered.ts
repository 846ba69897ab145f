import { changeAnswer, changePayloads, changeRequest, on } from '../../changes/answers.ts';
import { negative } from '../../changes/negative.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

/** Faults of rendered resources. */
export const RETRIEVE_RENDERED: readonly Fault[] = [
  {
    id: 'rendered-refused',
    title: 'answers 501 to rendered resources',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-060'],
    behaviour: () => changeAnswer(on('rendered'), () => textAnswer(501, 'not offered')),
  },
  {
    id: 'rendered-ignores-parameters',
    title: 'renders without regard to viewport and window',
    scenarios: [],
    requirements: ['WADO-RS-065', 'WADO-RS-067'],
    behaviour: () => changeRequest(on('rendered'), (request) => ({ ...request, query: [] })),
  },
  {
    id: 'rendered-inverted',
    title: 'renders pictures as their negative',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-073'],
    behaviour: () => changePayloads(on('rendered'), negative),
  },
  {
    id: 'rendered-as-gif',
    title: 'renders GIF whatever is asked for',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-062', 'WADO-RS-063'],
    behaviour: () =>
      changeRequest(on('rendered'), (request) => ({
        ...request,
        headers: { ...request.headers, accept: 'image/gif' },
      })),
  },
  {
    id: 'rendered-small',
    title: 'renders pictures of at most eight pixels a side',
    scenarios: ['rendered'],
    requirements: ['WADO-RS-064'],
    behaviour: () => changeRequest(on('rendered'), (request) => ({ ...request, query: [['viewport', '8,8']] })),
  },
];
