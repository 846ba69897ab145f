import type { History, HistoryRow } from '../../lib/results/history.ts';
import type { LoadHistory } from '../../lib/results/load-history.ts';
import { count, duration, rate } from '../quantity.ts';
import { visible } from '../visible-text.ts';
import { teller } from '../words/tell.ts';
import { loadTitle, shareText } from './load-words.ts';
import { areOfSeveralTargets, runNames } from './run-names.ts';

/** The history for a person at a terminal: the runs, each requirement that was breached in one of them, then the loads. */
export function historyTerminal(history: History, loads: readonly LoadHistory[]): string {
  const { runs } = history;
  const names = runNames(runs);
  const all = [...runs, ...loads.flatMap((load) => load.runs)];
  const blocks = [
    areOfSeveralTargets(all) ? 'note: these runs are of several targets' : '',
    runs.map(({ summary }, index) => `${names[index]}  ${summary.verdict}`).join('\n'),
    history.rows.map((row) => rowLines(row, history, names)).join('\n\n'),
    runs.length === 0 ? '' : `${history.neverBreached} requirements were never breached.`,
    ...loads.map(loadLines),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A line a run and operation: rate, latency, failures, and what was lost or changed. */
function loadLines({ load, runs, operations, gone }: LoadHistory): string {
  const names = runNames(runs);
  const width = Math.max(...names.map((name) => name.length), ...operations.map(({ name }) => name.length));
  const figure = (value: number | null | undefined, format: (value: number) => string) =>
    (value === null || value === undefined ? '–' : format(value)).padStart(10);
  const lines = operations.flatMap(({ name, requestsPerSecond, p50, p95, failed }) => [
    `  ${visible(name, 80).padEnd(width)}${['requests/s', 'p50', 'p95', 'failed'].map((head) => head.padStart(12)).join('')}`,
    ...names.map((run, index) => {
      const figures = [
        figure(requestsPerSecond[index], rate),
        figure(p50[index], duration),
        figure(p95[index], duration),
        figure(failed[index], shareText),
      ];
      return `  ${run.padEnd(width)}  ${figures.join('  ')}`;
    }),
  ]);
  const lost = gone.flatMap((value, index) =>
    value ? [`  ${names[index]}: ${count(value)} acknowledged instances lost or changed`] : [],
  );
  return [loadTitle(load), ...lines, ...lost].join('\n');
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
