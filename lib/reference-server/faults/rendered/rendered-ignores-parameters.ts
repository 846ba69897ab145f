import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const renderedIgnoresParameters: Fault = {
  id: 'rendered-ignores-parameters',
  title: 'renders without regard to viewport and window',
  operations: [],
  requirements: ['WADO-RS-065', 'WADO-RS-067'],
  behaviour: () => changeRequest(on('rendered'), (request) => ({ ...request, query: [] })),
};
