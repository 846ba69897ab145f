import type { Behaviour } from '../../behaviour.ts';
import { changeList, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

function changeReordering(): Behaviour {
  let turn = 0;
  return changeList(on('search'), (list) => (turn++ % 2 === 0 ? list : [...list].reverse()));
}

export const searchOrderChanges: Fault = {
  id: 'search-order-changes',
  title: 'lists matches in another order each time',
  operations: ['paging'],
  requirements: ['QIDO-061'],
  behaviour: () => changeReordering(),
};
