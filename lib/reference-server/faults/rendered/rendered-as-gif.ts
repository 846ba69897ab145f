import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const renderedAsGif: Fault = {
  id: 'rendered-as-gif',
  title: 'renders GIF whatever is asked for',
  operations: ['rendered'],
  requirements: ['WADO-RS-062', 'WADO-RS-063'],
  behaviour: () =>
    changeRequest(on('rendered'), (request) => ({ ...request, headers: { ...request.headers, accept: 'image/gif' } })),
};
