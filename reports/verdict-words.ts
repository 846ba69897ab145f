import type { Grade } from '../lib/breaches/breach.ts';
import type { Harm } from '../lib/breaches/harm.ts';
import type { Cause } from '../lib/results/first-cause.ts';
import { harnessFailures, unansweredIn } from '../lib/results/operations.ts';
import type { Results } from '../lib/results/results.ts';
import type { Verdict } from '../lib/results/verdict.ts';
import { WORDS } from './page/words.ts';
import { totals } from './summary-table.ts';
import { HARM_WORDS } from './words/harms.ts';
import type { InBoth, Say } from './words/language.ts';

const VERDICT_WORDS: Readonly<Record<Results['summary']['verdict'], InBoth>> = {
  conformant: ['Conformant', '適合'],
  'not-conformant': ['Not conformant', '不適合'],
  'not-decided': ['Not decided', '判定保留'],
  passed: ['Passed', '合格'],
  failed: ['Failed', '不合格'],
  incomplete: ['Incomplete', '結果不完全'],
};

/** The verdict of a run in one word. */
export function verdictWord({ summary }: Results): InBoth {
  return VERDICT_WORDS[summary.verdict];
}

/** The verdict of a requirement or a finding, as reports write it. */
export function sayVerdict(verdict: Verdict, say: Say): string {
  const word: InBoth = WORDS[verdict];
  return say(...word);
}

/** What each harm means to somebody who buys or runs the product. */
const CONSEQUENCES: Readonly<Record<Harm, InBoth>> = {
  'data-lost': ['images or data can be lost', '画像やデータが失われるおそれがあります'],
  'wrong-patient-or-image': [
    'a doctor can see the wrong patient or the wrong image',
    '別の患者または別の画像が表示されるおそれがあります',
  ],
  altered: ['images or values can differ from what was stored', '画像や値が保存時と異なるおそれがあります'],
  exposed: [
    'data can be seen that should be deleted or closed',
    '削除または非公開のはずのデータが見えるおそれがあります',
  ],
  'not-found-or-opened': [
    'stored images cannot always be found or opened',
    '保存した画像を検索または表示できないことがあります',
  ],
  'some-clients-only': [
    'some viewers and other systems do not work with it',
    '一部のビューアやシステムと連携できません',
  ],
  cosmetic: ['no user is harmed', '利用者への影響はありません'],
};

/** Causes of one harm that all have a failure, or that only warn. */
interface HarmTally {
  readonly harm: Harm;
  readonly grade: Grade;
  readonly causes: readonly Cause[];
}

/** How many problems do which harm: failures first, then warnings, each gravest first. `causes` are sorted as `causesOf` sorts them. */
export function harmTallies(causes: readonly Cause[]): HarmTally[] {
  return (['fail', 'warn'] as const).flatMap((grade) => {
    const graded = causes.filter(({ lead }) => lead.breach.grade === grade);
    const harms = [...new Set(graded.map(({ harm }) => harm))];
    return harms.map((harm) => ({ harm, grade, causes: graded.filter((cause) => cause.harm === harm) }));
  });
}

/** `Data is lost`, and of what is only warned of, that it is. */
export function tallyTitle({ harm, grade }: Pick<HarmTally, 'harm' | 'grade'>): InBoth {
  const [english, japanese] = HARM_WORDS[harm];
  return grade === 'fail' ? [english, japanese] : [`Warnings: ${lowered(english)}`, `警告：${japanese}`];
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** `1 problem`, `3 problems`. */
export function problems(count: number): InBoth {
  return [`${count} ${count === 1 ? 'problem' : 'problems'}`, `${count} 件の問題`];
}

/** The verdict of a conformance run in one sentence for who decides and reads no clauses; null for a load run. */
export function plainSentence(results: Results, causes: readonly Cause[]): InBoth | null {
  if (results.kind === 'load') return null;
  switch (results.summary.verdict) {
    case 'not-conformant':
      return breachSentence(causes);
    case 'conformant':
      return conformantSentence(results, causes);
    default:
      return undecidedSentence(results);
  }
}

function breachSentence(causes: readonly Cause[]): InBoth {
  const failing = causes.filter(({ lead }) => lead.breach.grade === 'fail');
  const [gravest] = failing;
  const [english, japanese] = problems(failing.length);
  if (!gravest) return ['The product breaks the standard.', '規格への違反があります。'];
  const [harm, harmJapanese] = CONSEQUENCES[gravest.harm];
  return [
    `The product has ${english} that ${failing.length === 1 ? 'breaks' : 'break'} the standard; because of the gravest, ${harm}.`,
    `規格に反する${japanese}があります。最も重大なものにより、${harmJapanese}。`,
  ];
}

function conformantSentence({ scenarios }: Results, causes: readonly Cause[]): InBoth {
  const isSelection = scenarios.some(({ reason }) => reason === 'excluded');
  const warned = causes.length;
  const [what, whatJapanese] = isSelection
    ? ['All that was selected for this run was tested', '今回選択した範囲をすべて試験し']
    : ['All that the product claims was tested', '製品が対応を宣言した機能をすべて試験し'];
  return [
    `${what}, and no breach of the standard was found${warned > 0 ? `; ${warned} ${warned === 1 ? 'warning' : 'warnings'} should be read` : ''}.`,
    `${whatJapanese}、規格への違反は見つかりませんでした${warned > 0 ? `（警告 ${warned} 件は要確認）` : ''}。`,
  ];
}

function undecidedSentence(results: Results): InBoth {
  const [why, whyJapanese] = obstacle(results);
  return [
    `Nobody can say yet whether the product conforms: ${why}.`,
    `適合するかどうかはまだ判断できません。${whyJapanese}。`,
  ];
}

/** The reasons of the summary, in the same order. */
function obstacle(results: Results): InBoth {
  const { fail, warn, info, pass } = totals(results);
  const { scenarios, run } = results;
  if (fail + warn + info + pass === 0) return ['nothing could be tested', '試験できた項目がありません'];
  if (run.completeness === 'partial') return ['the test was cut short', '試験が途中で終了しました'];
  if (harnessFailures(scenarios).length > 0)
    return ['the test tool itself failed', '試験ツール自体にエラーがありました'];
  if (unansweredIn(scenarios).length > 0)
    return ['the server left requests unanswered', 'サーバーが応答しないリクエストがありました'];
  return ['a part of what it claims could not be tested', '製品が対応を宣言した機能の一部を試験できませんでした'];
}
