import type { History, HistoryRow } from '../../lib/results/history.ts';
import { visible } from '../visible-text.ts';
import { teller } from '../words/tell.ts';
import { areOfSeveralTargets, runNames } from './run-names.ts';

/** The history for a person at a terminal: the runs, then each requirement that was breached in one of them. */
export function historyTerminal(history: History): string {
  const names = runNames(history.runs);
  const blocks = [
    history.runs.map(({ summary }, index) => `${names[index]}  ${summary.verdict}`).join('\n'),
    areOfSeveralTargets(history.runs) ? 'note: these runs are of several targets' : '',
    history.rows.map((row) => rowLines(row, history, names)).join('\n\n'),
    `${history.neverBreached} requirements were never breached.`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function rowLines(row: HistoryRow, { runs }: History, names: readonly string[]): string {
  const { requirement, verdicts, breach, firstSeen, fixedIn, flaky, seenIn } = row;
  const run = runs[seenIn];
  const headline = breach && run ? teller(run)(breach).english.headline : requirement.statement;
  const state = fixedIn === null ? 'open' : `fixed in ${names[fixedIn]}`;
  return [
    visible(headline, 300),
    `      ${requirement.id}  first seen in ${names[firstSeen]}, ${state}${flaky ? ', flaky' : ''}`,
    `      ${verdicts.map((verdict) => verdict ?? '–').join('  ')}`,
  ].join('\n');
}
