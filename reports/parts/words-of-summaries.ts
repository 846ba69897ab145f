import { INCOMPLETE_REASONS, VERDICTS } from '../../lib/results/verdict.ts';
import { WORDS } from '../page/words.ts';
import type { InBoth } from '../words/language.ts';

const LEVELS = ['SHALL', 'SHOULD', 'MAY', 'derived', 'documented'] as const;

/** Words that summaries print without saying what they mean: verdicts, reasons, levels, and how a run ends. */
export const WORDS_OF_SUMMARIES: ReadonlyMap<string, InBoth> = new Map<string, InBoth>([
  ...VERDICTS.map((verdict) => [verdict, WORDS[`${verdict}Means`]] as const),
  ...INCOMPLETE_REASONS.map((reason) => [reason, WORDS[reason]] as const),
  ...LEVELS.map((level) => [level.toLowerCase(), WORDS[`${level}Means`]] as const),
  ...['conformant', 'conformant in what was tested'].map((word): [string, InBoth] => [
    word,
    [
      'no breach was found in what was tested, and all that the product claims of it was judged; it says nothing of what no suite asks',
      '試験した範囲に違反がなく、製品が対応を宣言した機能はすべて判定された。試験していない範囲については何も言わない',
    ],
  ]),
  ['not conformant', ['at least one explicit duty is breached', '明示された義務への違反が 1 件以上ある']],
  [
    'not decided',
    [
      'no breach was found, and something that the product claims was not judged, so nobody can say conformant',
      '違反は見つかっていないが、製品が対応を宣言した機能に判定できなかったものがあるため、適合とは言えない',
    ],
  ],
  [
    'accepted',
    [
      'every breach, and all that was not judged, is one that the baseline accepts',
      '違反と判定できなかった項目は、すべてベースラインで許容されている',
    ],
  ],
  [
    'failed',
    [
      'the run ends with an error for a reason that is no breach, such as --fail-on warn or a threshold',
      '違反以外の理由（--fail-on warn やしきい値など）により、実行がエラーで終了した',
    ],
  ],
  [
    'partial run',
    ['the run was cut short; what was judged until then is told', '実行が途中で終了した。それまでに判定した結果を示す'],
  ],
  [
    'set-up',
    ['played since another scenario builds on it, and not judged', '他のシナリオの前提として実行し、判定しない'],
  ],
  [
    'flaky',
    [
      'the verdict was not the same in each repetition of the run; the gravest one counts',
      '繰り返しの実行で判定が一致しなかった。最も重い判定を採用する',
    ],
  ],
]);
