import type { Comparison, Side } from '../../lib/results/compare.ts';
import type { InBoth } from './language.ts';
import { sentenceOf } from './requirement.ts';
import { teller } from './tell.ts';

/** What each side of a change saw, in English and Japanese; empty where it saw nothing wrong. */
export function sideTeller({ before, after }: Comparison) {
  const tellers = { before: teller(before), after: teller(after) };
  return (which: 'before' | 'after', side: Side | null): InBoth => {
    if (!side) return ['', ''];
    if (!side.breach) return sentenceOf(side.remark);
    const { english, japanese } = tellers[which](side.breach);
    return [english.headline, japanese.headline];
  };
}
