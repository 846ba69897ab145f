import { changeRequest, on } from '../../changes/answers.ts';
import { toSibling } from '../../changes/sibling.ts';
import type { Fault } from '../fault.ts';

export const instanceReturnsSibling: Fault = {
  id: 'instance-returns-sibling',
  title: 'sends another instance of the series than was asked for',
  operations: ['T09'],
  requirements: ['WADO-RS-003', 'WADO-RS-004'],
  behaviour: () => changeRequest(on('retrieve', 'instances'), toSibling),
};
