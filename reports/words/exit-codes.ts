import type { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import type { InBoth } from './language.ts';

type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** What each exit code says, in English and Japanese. */
export const EXIT_CODE_WORDS: Readonly<Record<ExitCode, InBoth>> = {
  0: [
    'Conformant: every operation that the profile claims was judged, and no breach was found. A load run passed.',
    '適合：プロファイルが対応を表明したすべての操作を判定し、違反はありません。負荷試験では合格です。',
  ],
  1: [
    'Findings that gate: a breach that no baseline accepts, or a baseline entry that matches none.',
    '不合格となる指摘があります（ベースラインが許容しない違反、または一致する違反のないベースライン項目）。',
  ],
  2: ['Wrong usage or configuration.', '使い方または設定の誤りです。'],
  3: [
    'The target was unreachable or gone during the run, refused the credentials, or is no DICOMweb server.',
    '対象サーバーに接続できない、実行中に応答しなくなった、認証情報が拒否された、または DICOMweb サーバーではありません。',
  ],
  4: ['An error of the harness.', '試験ツールの不具合です。'],
  5: [
    'Not decided: no breach was found, but something that had to be judged was not.',
    '判定保留：違反はありませんが、判定すべきものの一部を判定できませんでした。',
  ],
  99: [
    'A load run failed: a threshold does not hold, instances were lost or changed, or the rate was not reached.',
    '負荷試験の不合格：しきい値が未達、インスタンスの消失や改変、または指定した速度に未達です。',
  ],
  105: ['A load run was interrupted. Results so far are kept.', '負荷試験が中断されました。それまでの結果は残ります。'],
  130: ['The run was interrupted. Results so far are kept.', '実行が中断されました。それまでの結果は残ります。'],
};
