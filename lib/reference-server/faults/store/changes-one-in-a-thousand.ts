import type { Behaviour } from '../../behaviour.ts';
import { damage } from '../../changes/files.ts';
import { changeStored } from '../../changes/stored.ts';
import type { Fault } from '../fault.ts';

function changeEvery(nth: number): Behaviour {
  let count = 0;
  return changeStored((bytes) => {
    if (++count % nth !== 0) return bytes;
    return damage(bytes, (copy) => {
      copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1;
      return copy;
    });
  });
}

export const changesOneInAThousand: Fault = {
  id: 'changes-one-in-a-thousand',
  title: 'damages every thousandth instance that it keeps',
  operations: [],
  requirements: ['STOW-032'],
  behaviour: () => changeEvery(1000),
};
