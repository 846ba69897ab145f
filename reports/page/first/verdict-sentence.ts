import { flakyIn } from '../../../lib/results/join/flaky.ts';
import { harnessFailures, operationsOf, unansweredIn } from '../../../lib/results/operations.ts';
import { requiredHere, unmetIn } from '../../../lib/results/required.ts';
import type { Results, ScenarioRecord } from '../../../lib/results/results.ts';
import { totals } from '../../summary-table.ts';
import { inJapanese } from '../../words/japanese/sentences/index.ts';

/** The sentence of the summary in Japanese, from the same facts. */
export function japaneseSentence(results: Results): string {
  return `${japaneseVerdict(results)}${japaneseRest(results)}`;
}

function japaneseVerdict(results: Results): string {
  const { fail, warn, info, pass, incomplete } = totals(results);
  const judged = fail + warn + info + pass;
  const unjudged = incomplete > 0 ? `${incomplete} 件は判定できませんでした。` : '';
  const nothingFound = `判定した ${judged} 件の要件に違反は見つかりませんでした${warn > 0 ? `（警告 ${warn} 件）` : ''}。`;
  switch (results.summary.verdict) {
    case 'conformant':
      return `適合${japaneseSelection(results)}：${nothingFound}${unjudged}`;
    case 'not-conformant':
      return `不適合：判定した ${judged} 件の要件のうち ${fail} 件に違反がありました。${whyNotDecided(results, judged)}${unjudged}`;
    case 'not-decided':
      return judged > 0
        ? `判定保留：${whyNotDecided(results, judged)}${nothingFound}${unjudged}`
        : `判定保留：判定できた要件はありません（全 ${incomplete} 件）。`;
    case 'passed':
      return `合格${ofLoad(results, 'しました')}`;
    case 'failed':
      return japaneseLosses(results) ?? `不合格${ofLoad(results, 'となりました')}`;
    case 'incomplete':
      return `結果不完全${ofLoad(results, 'です')}`;
  }
}

/** What the sentence of a load run says; no more than the verdict where another version wrote it. */
function ofLoad({ summary: { sentence } }: Results, ending: string): string {
  const told = inJapanese(sentence);
  return told === sentence ? `${ending}。` : `：${told}`;
}

/** The reasons that the English sentence gives, in the same order. */
function whyNotDecided(results: Results, judged: number): string {
  const { scenarios, run } = results;
  if (judged === 0) return '';
  if (run.completeness === 'partial') return '実行が途中で終了しました。';
  const failed = harnessFailures(scenarios);
  if (failed.length > 0) return `試験ツール自体のエラーがありました（${named(failed)}）。`;
  const unanswered = unansweredIn(scenarios);
  if (unanswered.length > 0) return `応答のないリクエストがありました（${named(unanswered)}）。`;
  const unmet = unmetIn(results, requiredHere(results));
  if (unmet.length > 0) return `必須とした要件を判定できませんでした（${listed(unmet)}）。`;
  const { open, judged: shown } = operationsOf(scenarios);
  if (open.length > 0)
    return `${open.length + shown.length} 件の操作のうち ${open.length} 件は判定できませんでした（${named(open)}）。`;
  return shown.length === 0 ? '動作を確認できた操作はありません。' : '';
}

const NAMED = 5;

function named(scenarios: readonly ScenarioRecord[]): string {
  return listed(scenarios.map(({ id }) => id));
}

function listed(ids: readonly string[]): string {
  return `${ids.slice(0, NAMED).join('、')}${ids.length > NAMED ? ` ほか ${ids.length - NAMED} 件` : ''}`;
}

function japaneseSelection({ scenarios }: Results): string {
  const { excluded } = operationsOf(scenarios);
  return excluded.length === 0
    ? ''
    : `（選択した ${scenarios.length - excluded.length} 件の操作について、全 ${scenarios.length} 件中）`;
}

/** What the sentence goes on to say: what stood in the way, in the words of the run, and what the baseline accepts. */
function japaneseRest({ summary, requirements, unmatched = [] }: Results): string {
  const [, obstacle] =
    /What stood in the way: (.*?)\.(?= The baseline| \d+ requirements? did not end|$)/.exec(summary.sentence) ?? [];
  const flaky = flakyIn(requirements).length;
  const accepted = requirements.filter(({ baseline }) => baseline !== undefined).length;
  return [
    obstacle === undefined ? '' : `主な妨げ：${inJapanese(obstacle)}。`,
    flaky > 0 ? `${flaky} 件の要件は毎回同じ判定になりませんでした。` : '',
    accepted > 0 ? `うち ${accepted} 件はベースラインで許容されています。` : '',
    unmatched.length > 0 ? `該当する違反のないベースライン項目が ${unmatched.length} 件あります。` : '',
  ].join('');
}

function japaneseLosses({ load }: Results): string | null {
  if (!load || load.lostCount + load.changedCount === 0) return null;
  return `不合格：受領応答のあった ${load.acknowledged} 件のインスタンスのうち、${load.lostCount} 件が消失、${load.changedCount} 件が改変されました。`;
}
