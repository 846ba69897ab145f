import { type History, type HistoryRow, historiesOf } from '../../lib/results/history.ts';
import type { LoadHistory } from '../../lib/results/load-history.ts';
import { count, duration, rate } from '../quantity.ts';
import { serverName } from '../server-name.ts';
import { columnsOf, padEnd, padStart } from '../terminal-columns.ts';
import { sayVerdict, verdictWord } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import { type Language, type Say, speaking } from '../words/language.ts';
import { statementOf } from '../words/requirement.ts';
import { tellerIn } from '../words/tell.ts';
import { loadTitle, shareText } from './load-words.ts';
import { areOfSeveralTargets, runNames } from './run-names.ts';

/** Columns of a figure of a load and the gap before it. */
const FIGURE_COLUMNS = 15;

/** The history for a person at a terminal: the runs, each requirement that was breached in one of them, then the loads. */
export function historyTerminal(history: History, loads: readonly LoadHistory[], language: Language = 'en'): string {
  const say = speaking(language);
  const isMixed = areOfSeveralTargets([...history.runs, ...loads.flatMap((load) => load.runs)]);
  const blocks = [
    isMixed
      ? say(
          'note: these runs are of several products; each has a history of its own',
          '注意：複数の製品に対する実行があるため、製品ごとに示します',
        )
      : '',
    ...historiesOf(history.runs).flatMap((one) => productBlocks(one, isMixed, language)),
    ...loads.map((load) => loadLines(load, say)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The runs of one product, each requirement that was breached in one of them, and how many never were. */
function productBlocks(history: History, isNamed: boolean, language: Language): string[] {
  const say = speaking(language);
  const { runs, rows, neverBreached } = history;
  const last = runs.at(-1);
  const names = runNames(runs);
  return [
    isNamed && last ? `== ${serverName(last)}` : '',
    runs.map((run, index) => `${names[index]}  ${say(run.summary.verdict, verdictWord(run)[1])}`).join('\n'),
    rows.map((row) => rowLines(row, history, names, language)).join('\n\n'),
    say(`${neverBreached} requirements were never breached.`, `違反のなかった要件：${neverBreached} 件`),
  ];
}

/** A line a run and operation: rate, latency, failures, and what was lost or changed. */
function loadLines({ load, runs, operations, gone }: LoadHistory, say: Say): string {
  const names = runNames(runs);
  const width = Math.max(...names.map(columnsOf), ...operations.map(({ name }) => columnsOf(name)));
  const figure = (value: number | null | undefined, format: (value: number) => string) =>
    value === null || value === undefined ? '–' : format(value);
  const cells = (figures: readonly string[]) => figures.map((text) => padStart(text, FIGURE_COLUMNS)).join('');
  const heads = [say('requests/s', 'リクエスト/秒'), 'p50', 'p95', say('failed', '失敗率')];
  const lines = operations.flatMap(({ name, requestsPerSecond, p50, p95, failed }) => [
    `  ${padEnd(visible(name, 80), width)}${cells(heads)}`,
    ...names.map((run, index) => {
      const figures = [
        figure(requestsPerSecond[index], rate),
        figure(p50[index], duration),
        figure(p95[index], duration),
        figure(failed[index], shareText),
      ];
      return `  ${padEnd(run, width)}${cells(figures)}`;
    }),
  ]);
  const lost = gone.flatMap((value, index) => {
    if (!value) return [];
    const instances = say(
      `: ${count(value)} acknowledged instances lost or changed`,
      `：受領応答のあったインスタンスの消失・改変 ${count(value)} 件`,
    );
    return [`  ${names[index]}${instances}`];
  });
  return [say(...loadTitle(load)), ...lines, ...lost].join('\n');
}

function rowLines(row: HistoryRow, { runs }: History, names: readonly string[], language: Language): string {
  const { requirement, verdicts, breach, seenIn } = row;
  const run = runs[seenIn];
  const say = speaking(language);
  const headline = breach && run ? tellerIn(language, run)(breach).headline : say(...statementOf(requirement));
  return [
    visible(headline, 300),
    `      ${requirement.id}  ${course(row, names, say)}`,
    `      ${verdicts.map((verdict) => (verdict === null ? '–' : sayVerdict(verdict, say))).join('  ')}`,
  ].join('\n');
}

/** When it was seen first, and whether it is mended. */
function course({ firstSeen, fixedIn, flaky }: HistoryRow, names: readonly string[], say: Say): string {
  const state = flaky
    ? say('breached now and then', '違反が出たり出なかったりする')
    : fixedIn === null
      ? say('open', '未修正')
      : say(`fixed in ${names[fixedIn]}`, `${names[fixedIn]} で修正`);
  return say(
    `first seen in ${names[firstSeen]}, ${state}${flaky ? ', flaky' : ''}`,
    `${names[firstSeen]} で初回検出、${state}${flaky ? '、不安定' : ''}`,
  );
}
