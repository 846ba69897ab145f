import { nameOf } from './say.ts';
import type { Word } from './words.ts';

/** Properties of a box that may scroll: it can be reached by keyboard and says what it holds. */
export function scrollable(word: Word) {
  return { tabIndex: 0, role: 'group', ...nameOf(word) } as const;
}
