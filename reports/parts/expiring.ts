import { expiringIn } from '../../lib/results/accepted/expiring.ts';
import type { Results } from '../../lib/results/results.ts';
import { type Language, speaking } from '../words/language.ts';

/** One line for each entry of the baseline that ends soon: what gates again, from when on, and who answers for it. */
export function expiringLines(results: Results, language: Language = 'en'): readonly string[] {
  const say = speaking(language);
  return expiringIn(results).map(({ requirement, expires, days, owner }) => {
    const who = owner === null ? say('no owner', '責任者なし') : say(`owner ${owner}`, `責任者 ${owner}`);
    const left = days === 1 ? '1 day' : `${days} days`;
    return say(
      `${requirement}  until ${expires}, ${left} left, ${who}`,
      `${requirement}  期限 ${expires}（残り ${days} 日）、${who}`,
    );
  });
}

/** What stands over these lines. */
export function expiringTitle(language: Language = 'en'): string {
  return speaking(language)(
    'Baseline entries that expire soon, and gate from then on:',
    'まもなく期限が切れるベースライン項目（以後は不合格になります）：',
  );
}
