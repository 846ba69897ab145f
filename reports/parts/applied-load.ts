import { allowsDropped, wasApplied } from '../../lib/results/applied-load.ts';
import type { LoadResult } from '../../lib/results/load-result.ts';
import { count, rate } from '../quantity.ts';
import { type Language, speaking } from '../words/language.ts';

/** The rate that was asked for and the one that was reached, in a sentence; empty in the closed model. */
export function appliedSentence(load: LoadResult, language: Language = 'en'): string {
  const { arrivals, droppedIterations } = load;
  if (!arrivals) return '';
  const say = speaking(language);
  const [asked, reached, dropped] = [
    rate(arrivals.askedPerSecond),
    rate(arrivals.reachedPerSecond),
    count(droppedIterations),
  ];
  const rates = say(
    `${asked} operations a second asked for, ${reached} reached, ${dropped} iterations dropped`,
    `指定 毎秒 ${asked} 操作、到達 毎秒 ${reached} 操作、実行できなかった反復 ${dropped} 回`,
  );
  if (wasApplied(load)) return say(`Load applied: ${rates}.`, `負荷は指定どおり：${rates}。`);
  return allowsDropped(load)
    ? say(
        `Load not applied in full, which --allow-dropped allows: ${rates}.`,
        `負荷は指定に未達（--allow-dropped により許容）：${rates}。`,
      )
    : say(`LOAD NOT APPLIED: ${rates}.`, `負荷は指定に未達：${rates}。`);
}
