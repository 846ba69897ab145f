import { changeRequest, on } from '../../changes/answers.ts';
import { toSibling } from '../../changes/sibling.ts';
import type { Fault } from '../fault.ts';

export const deleteInstanceRemovesSibling: Fault = {
  id: 'delete-instance-removes-sibling',
  title: 'removes another instance of the series than was named',
  operations: ['T18'],
  requirements: ['DELETE-001', 'DELETE-002'],
  behaviour: () => changeRequest(on('delete', 'instances'), toSibling),
};
