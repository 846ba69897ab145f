import type { Behaviour } from '../behaviour.ts';
import { acknowledgedIn } from './acknowledged.ts';
import { changeAnswer, on } from './answers.ts';

/** Acknowledges every instance and drops each nth one of them. */
export function losingEvery(nth: number): Behaviour {
  let count = 0;
  return changeAnswer(on('store'), (answer, _, archive) => {
    for (const instance of acknowledgedIn(answer, archive)) {
      if (++count % nth === 0) archive.remove(instance);
    }
    return answer;
  });
}
