import { flakyIn } from '../../../lib/results/join/flaky.ts';
import { operationsOf } from '../../../lib/results/operations.ts';
import type { Reason } from '../../../lib/results/outcome.ts';
import { outcomeIn } from '../../../lib/results/outcome-in.ts';
import type { Results } from '../../../lib/results/results.ts';
import { totals } from '../../summary-table.ts';
import { verdictWord } from '../../verdict-words.ts';
import { inJapanese } from '../../words/japanese/sentences/index.ts';

/** The sentence of the summary in Japanese, from the same facts. */
export function japaneseSentence(results: Results): string {
  return `${japaneseVerdict(results)}${japaneseRest(results)}`;
}

function japaneseVerdict(results: Results): string {
  const { summary } = results;
  if (results.kind === 'load') return japaneseOfLoad(results);
  const { fail, warn, info, pass, incomplete } = totals(results);
  const judged = fail + warn + info + pass;
  const unjudged = incomplete > 0 ? `${incomplete} 件は判定できませんでした。` : '';
  const warned = warn > 0 ? `（警告 ${warn} 件）` : '';
  const found =
    fail > 0
      ? `判定した ${judged} 件の要件のうち ${fail} 件に違反がありました。`
      : `判定した ${judged} 件の要件に違反は見つかりませんでした${warned}。`;
  const { gates, open } = outcomeIn(results);
  const [why = ''] = open.map((reason) => `${reasonInJapanese(reason)}。`);
  switch (summary.verdict) {
    case 'conformant':
      return `試験した範囲で適合${japaneseSelection(results)}：${found}${unjudged}`;
    case 'accepted':
      return `ベースラインにより許容${japaneseSelection(results)}：${found}${unjudged}`;
    case 'not-conformant':
      return `不適合：${found}${why}${unjudged}`;
    case 'failed':
      return `不合格：${gates.map(reasonInJapanese).join('、')}。${why}${found}${unjudged}`;
    default:
      return judged > 0
        ? `判定保留：${why}${found}${unjudged}`
        : `判定保留：判定できた要件はありません（全 ${incomplete} 件）。`;
  }
}

function japaneseOfLoad(results: Results): string {
  switch (results.summary.verdict) {
    case 'passed':
      return `合格${ofLoad(results, 'しました')}`;
    case 'failed':
      return japaneseLosses(results) ?? `不合格${ofLoad(results, 'となりました')}`;
    default:
      return `結果不完全${ofLoad(results, 'です')}`;
  }
}

/** What the sentence of a load run says; no more than the verdict where another version wrote it. */
function ofLoad({ summary: { sentence } }: Results, ending: string): string {
  const told = inJapanese(sentence);
  return told === sentence ? `${ending}。` : `：${told}`;
}

/** Why the exit code is what it is, in Japanese, from the same facts as `summary.why`. */
export function japaneseWhy(results: Results): string {
  const { gates, open } = outcomeIn(results);
  const { exitCode, verdict, failOn } = results.summary;
  const cut = open.find(({ kind }) => kind === 'cut-short');
  if (failOn === 'never' && exitCode === 0 && verdict !== 'conformant' && verdict !== 'accepted')
    return `--fail-on never の指定により 0（判定：${verdictWord(results)[1]}）`;
  const [reason] = cut && exitCode > 1 ? [cut] : [...gates, ...open];
  if (reason) return reasonInJapanese(reason);
  return verdict === 'accepted'
    ? '違反と判定できなかった項目はすべてベースラインで許容されています'
    : '試験した範囲に違反は見つかりませんでした';
}

/** A reason in Japanese, without a full stop. */
function reasonInJapanese(reason: Reason): string {
  switch (reason.kind) {
    case 'breached':
      return `${reason.ids.length} 件の要件に違反がありました（${listed(reason.ids)}）`;
    case 'warned':
      return `--fail-on warn の指定により警告 ${reason.ids.length} 件（${listed(reason.ids)}）`;
    case 'unmatched':
      return `該当するもののないベースライン項目が ${reason.count} 件あります`;
    case 'nothing-judged':
      return '判定できた要件はありません';
    case 'cut-short':
      return '実行が途中で終了しました';
    case 'harness-failed':
      return `試験ツール自体のエラーがありました（${listed(reason.ids)}）`;
    case 'unanswered':
      return `応答のないリクエストがありました（${listed(reason.ids)}）`;
    case 'unmet':
      return `必須とした要件を判定できませんでした（${listed(reason.ids)}）`;
    case 'open':
      return `${reason.of} 件の操作のうち ${reason.ids.length} 件を判定できませんでした（${listed(reason.ids)}）`;
    case 'none-shown':
      return '動作を確認できた操作はありません';
  }
}

const NAMED = 5;

function listed(ids: readonly string[]): string {
  return `${ids.slice(0, NAMED).join('、')}${ids.length > NAMED ? ` ほか ${ids.length - NAMED} 件` : ''}`;
}

function japaneseSelection({ scenarios }: Results): string {
  const { excluded } = operationsOf(scenarios);
  return excluded.length === 0
    ? ''
    : `（全 ${scenarios.length} 件の操作のうち ${scenarios.length - excluded.length} 件）`;
}

/** What the sentence goes on to say: what stood in the way, in the words of the run, and what the baseline accepts. */
function japaneseRest(results: Results): string {
  const { summary, requirements } = results;
  if (results.kind === 'load') return '';
  const [, obstacle] =
    /What stood in the way: (.*?)\.(?= The baseline| \d+ requirements? did not end|$)/.exec(summary.sentence) ?? [];
  const flaky = flakyIn(requirements).length;
  const { accepted } = outcomeIn(results);
  const unmatched = results.unmatched?.length ?? 0;
  const isTold = summary.verdict === 'failed';
  return [
    obstacle === undefined ? '' : `主な妨げ：${inJapanese(obstacle)}。`,
    flaky > 0 ? `${flaky} 件の要件は毎回同じ判定になりませんでした。` : '',
    accepted > 0 ? `要件と操作のうち ${accepted} 件はベースラインで許容されています。` : '',
    unmatched > 0 && !isTold ? `該当するもののないベースライン項目が ${unmatched} 件あります。` : '',
  ].join('');
}

function japaneseLosses({ load }: Results): string | null {
  if (!load || load.lostCount + load.changedCount === 0) return null;
  return `不合格：受領応答のあった ${load.acknowledged} 件のインスタンスのうち、${load.lostCount} 件が消失、${load.changedCount} 件が改変されました。`;
}
