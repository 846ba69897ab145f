import type { Grade } from '../lib/breaches/breach.ts';
import type { Harm } from '../lib/breaches/harm.ts';
import type { Cause } from '../lib/results/first-cause.ts';
import { harnessFailures, unansweredIn } from '../lib/results/operations.ts';
import type { Results } from '../lib/results/results.ts';
import type { Verdict } from '../lib/results/verdict.ts';
import { WORDS } from './page/words.ts';
import { scopeByService } from './scope.ts';
import { totals } from './summary-table.ts';
import { HARM_WORDS } from './words/harms.ts';
import type { InBoth, Say } from './words/language.ts';

const VERDICT_WORDS: Readonly<Record<Results['summary']['verdict'], InBoth>> = {
  conformant: ['Conformant in what was tested', '試験した範囲で適合'],
  accepted: ['Accepted by the baseline', 'ベースラインにより許容'],
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

/** Where nothing arrives, nothing that is stored is missed. */
const NOT_STORED: InBoth = ['images cannot always be stored', '画像を保存できないことがあります'];

/** Causes of one harm that all have a failure, or that only warn. */
interface HarmTally {
  readonly harm: Harm;
  readonly grade: Grade;
  readonly causes: readonly Cause[];
}

/** How many problems do which harm: failures first, then warnings, each gravest first. `causes` are sorted as `causesOf` sorts them. */
export function harmTallies(causes: readonly Cause[]): HarmTally[] {
  return (['fail', 'warn'] as const).flatMap((grade) => {
    const graded = causes.filter((cause) => cause.grade === grade);
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
    case 'accepted':
      return acceptedSentence(results, causes);
    case 'failed':
      return failedSentence(results, causes);
    default:
      return undecidedSentence(results);
  }
}

function breachSentence(causes: readonly Cause[]): InBoth {
  const failing = causes.filter((cause) => cause.grade === 'fail');
  const [gravest] = failing;
  const [english, japanese] = problems(failing.length);
  if (!gravest) return ['The product breaks the standard.', '規格への違反があります。'];
  const isOfStore = gravest.consequence === 'cannot-store';
  const [harm, harmJapanese] = isOfStore ? NOT_STORED : CONSEQUENCES[gravest.harm];
  return [
    `The product has ${english} that ${failing.length === 1 ? 'breaks' : 'break'} the standard; because of the gravest, ${harm}.`,
    `規格に反する${japanese}があります。最も重大なものにより、${harmJapanese}。`,
  ];
}

/** What was judged, and what no suite asks: nobody may take silence about a service for a verdict on it. */
function conformantSentence(results: Results, causes: readonly Cause[]): InBoth {
  const [scope, scopeJapanese] = scopeSentence(results);
  const [warned, warnedJapanese] = warningsToRead(causes);
  return [
    `No breach of the standard was found${warned}. ${scope}`,
    `規格への違反は見つかりませんでした${warnedJapanese}。${scopeJapanese}`,
  ];
}

function warningsToRead(causes: readonly Cause[]): InBoth {
  const count = causes.filter((cause) => cause.grade === 'warn').length;
  if (count === 0) return ['', ''];
  return [`; ${count} ${count === 1 ? 'warning' : 'warnings'} should be read`, `（警告 ${count} 件は要確認）`];
}

function scopeSentence(results: Results): InBoth {
  const services = scopeByService(results);
  const judged = services.reduce((sum, { counts }) => sum + counts.judged + counts.partly, 0);
  const rows = services.reduce((sum, { total }) => sum + total, 0);
  const silent = services.filter(({ counts }) => counts.judged + counts.partly === 0).map(({ service }) => service);
  const [none, noneJapanese]: InBoth =
    silent.length === 0
      ? ['', '']
      : [`, and nothing of ${listed(silent, ' and ')}`, `（${listed(silent, '、')} は未試験）`];
  return [
    `${judged} of ${rows} requirements were judged${none}.`,
    `要件 ${rows} 件のうち ${judged} 件を判定しました${noneJapanese}。`,
  ];
}

function listed(names: readonly string[], last: string): string {
  const [end, ...others] = names.toReversed();
  return others.length === 0 ? (end ?? '') : `${others.toReversed().join(last === '、' ? last : ', ')}${last}${end}`;
}

function acceptedSentence(results: Results, causes: readonly Cause[]): InBoth {
  const [english, japanese] = problems(causes.filter((cause) => cause.grade === 'fail').length);
  return [
    `${english} and what was not judged are known, and the baseline accepts them. ${scopeSentence(results)[0]}`,
    `${japanese}と判定できなかった項目は既知であり、ベースラインで許容されています。${scopeSentence(results)[1]}`,
  ];
}

/** No duty is breached, and the run was told to fail for something else. */
function failedSentence({ summary, unmatched = [] }: Results, causes: readonly Cause[]): InBoth {
  const warned = summary.failOn === 'warn' ? causes.filter((cause) => cause.grade === 'warn').length : 0;
  const stale = unmatched.length;
  const why: InBoth[] = [
    ...(warned > 0
      ? [
          [
            `${warned} ${warned === 1 ? 'warning fails' : 'warnings fail'} it, as was asked for`,
            `指定により警告 ${warned} 件を不合格とします`,
          ] as const,
        ]
      : []),
    ...(stale > 0
      ? [
          [
            `${stale} ${stale === 1 ? 'entry' : 'entries'} of the baseline must be removed or looked at`,
            `ベースラインの ${stale} 項目を削除または確認する必要があります`,
          ] as const,
        ]
      : []),
  ];
  return [
    `No duty is breached that is not accepted, but the run fails: ${why.map(([english]) => english).join('; ')}.`,
    `許容されていない義務違反はありませんが、不合格です。${why.map(([, japanese]) => japanese).join('、')}。`,
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
