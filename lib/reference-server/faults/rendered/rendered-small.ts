import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const renderedSmall: Fault = {
  id: 'rendered-small',
  title: 'renders pictures of at most eight pixels a side',
  operations: ['rendered'],
  requirements: ['WADO-RS-064'],
  behaviour: () => changeRequest(on('rendered'), (request) => ({ ...request, query: [['viewport', '8,8']] })),
};
