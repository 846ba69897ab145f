import { type Flaky, flakyIn } from '../../lib/results/join/flaky.ts';
import type { Results } from '../../lib/results/results.ts';
import { sayVerdict } from '../verdict-words.ts';
import { type Language, speaking } from '../words/language.ts';

/** `QIDO-002  pass 4, fail 1 of 5 (20 %)` for each requirement that did not end the same way in each repetition. */
export function flakyLines({ requirements }: Results, language: Language = 'en'): readonly string[] {
  return flakyIn(requirements).map((flaky) => flakyLine(flaky, language));
}

function flakyLine({ id, verdicts, repetitions, rate }: Flaky, language: Language): string {
  const say = speaking(language);
  const counts = verdicts.map(([verdict, times]) => `${sayVerdict(verdict, say)} ${times}`).join(say(', ', '、'));
  const percent = `${Math.round(rate * 100)} %`;
  return say(`${id}  ${counts} of ${repetitions} (${percent})`, `${id}  ${repetitions} 回中 ${counts}（${percent}）`);
}

/** What stands over these lines. */
export function flakyTitle(language: Language = 'en'): string {
  return speaking(language)(
    'Flaky: not the same verdict each time, so never counted as passed:',
    '不安定：毎回同じ判定にならないため、合格としない要件：',
  );
}
