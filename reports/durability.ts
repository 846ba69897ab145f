import type { LoadResult } from '../lib/results/load-result.ts';
import { count } from './quantity.ts';
import { type Language, speaking } from './words/language.ts';

/**
 * What became of the acknowledged instances, in a sentence. A run that did not look for them says so: nothing lost
 * among nothing read back is no finding.
 */
export function durabilitySentence(load: LoadResult, language: Language = 'en'): string {
  const { acknowledged, verified, lostCount, changedCount, droppedIterations } = load;
  const say = speaking(language);
  const [read, lost, changed] = [verified ?? lostCount + changedCount, lostCount, changedCount].map(count);
  const looked = lookedForInstances(load)
    ? say(
        `${read} read back, ${lost} lost, ${changed} changed`,
        `読み戻し ${read} 件、消失 ${lost} 件、改変 ${changed} 件`,
      )
    : say('not read back', '読み戻しは未実施');
  return say(
    `Acknowledged ${count(acknowledged)} instances, ${looked}; ${count(droppedIterations)} dropped iterations.`,
    `受領応答のあったインスタンス ${count(acknowledged)} 件、${looked}。実行できなかった反復 ${count(droppedIterations)} 回。`,
  );
}

/** Whether the run can say anything about lost and changed instances. */
export function lookedForInstances({ verified, lostCount, changedCount }: LoadResult): boolean {
  return verified !== undefined || lostCount + changedCount > 0;
}
