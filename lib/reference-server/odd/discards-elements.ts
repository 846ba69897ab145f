import { rewrite } from '../changes/files.ts';
import { storedOtherwise } from '../changes/stored-otherwise.ts';
import type { OddServer } from './odd-server.ts';

const ELEMENTS_DISCARDED = 0xb006;

function withoutSome(bytes: Uint8Array): Uint8Array {
  return rewrite(bytes, {
    dataSet: (elements) => {
      for (const tag of ['00080030', '00204000']) elements.delete(tag);
    },
  });
}

/** A server of storage level 0 or 1 need not keep every element, and says so (PS3.18 Table I.2-1; PS3.4 §B.4.1). */
export const discardsElements: OddServer = {
  id: 'discards-elements',
  title: 'stores instances without Study Time and Image Comments, and says so with 202 (PS3.18 Table I.2-1)',
  behaviour: () => storedOtherwise(withoutSome, ELEMENTS_DISCARDED),
};
