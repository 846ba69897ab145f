import type { History, HistoryRow } from '../../lib/results/history.ts';
import { sayVerdict, verdictWord } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import { type Language, type Say, speaking } from '../words/language.ts';
import { statementOf } from '../words/requirement.ts';
import { tellerIn } from '../words/tell.ts';
import { areOfSeveralTargets, runNames } from './run-names.ts';

/** The history for a person at a terminal: the runs, then each requirement that was breached in one of them. */
export function historyTerminal(history: History, language: Language = 'en'): string {
  const say = speaking(language);
  const names = runNames(history.runs);
  const blocks = [
    history.runs.map((run, index) => `${names[index]}  ${say(run.summary.verdict, verdictWord(run)[1])}`).join('\n'),
    areOfSeveralTargets(history.runs)
      ? say('note: these runs are of several targets', '注意：複数の対象に対する実行が混在しています')
      : '',
    history.rows.map((row) => rowLines(row, history, names, language)).join('\n\n'),
    say(
      `${history.neverBreached} requirements were never breached.`,
      `違反のなかった要件：${history.neverBreached} 件`,
    ),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
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
  const state =
    fixedIn === null ? say('open', '未修正') : say(`fixed in ${names[fixedIn]}`, `${names[fixedIn]} で修正`);
  return say(
    `first seen in ${names[firstSeen]}, ${state}${flaky ? ', flaky' : ''}`,
    `${names[firstSeen]} で初回検出、${state}${flaky ? '、不安定' : ''}`,
  );
}
