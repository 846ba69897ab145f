import type { Scoreboard, ScoreboardCell, ScoreboardRow } from '../../lib/results/scoreboard.ts';
import { type Paint, painter } from '../terminal-paint.ts';
import { visible } from '../visible-text.ts';
import { columnNames, differSentence } from './words.ts';

/** Width of a column: the longest verdict and a gap. */
const COLUMN = 12;

/** The servers for a person at a terminal: those rows in which a server breaches something or they differ. */
export function scoreboardTerminal(scoreboard: Scoreboard, { color }: { readonly color: boolean }): string {
  const paint = painter(color);
  const names = columnNames(scoreboard);
  const letters = names.map((_, index) => String(index + 1));
  const told = scoreboard.rows.filter(({ state }) => state !== 'alike');
  const alike = scoreboard.rows.length - told.length;
  const blocks = [
    names.map((name, index) => `${letters[index]}  ${name}  ${scoreboard.runs[index]?.summary.verdict}`).join('\n'),
    paint.verdict('warn', differSentence(scoreboard)?.[0] ?? ''),
    [
      paint.faint(`${''.padEnd(14)}${letters.map((letter) => letter.padEnd(COLUMN)).join('')}`),
      ...told.map((row) => rowLine(row, paint)),
    ].join('\n'),
    paint.faint(`${alike} further requirements are the same on every server whose run has them.`),
  ];
  return `${blocks.filter((block) => block.replace(/\u001b\[\d+m/g, '') !== '').join('\n\n')}\n`;
}

function rowLine({ requirement, cells }: ScoreboardRow, paint: Paint): string {
  const shown = cells.map((cell) => cellText(cell, paint)).join('');
  return `${requirement.id.padEnd(14)}${shown}${paint.faint(visible(requirement.statement, 100))}`;
}

function cellText(cell: ScoreboardCell | null, paint: Paint): string {
  return cell ? paint.verdict(cell.verdict, cell.verdict.padEnd(COLUMN)) : '–'.padEnd(COLUMN);
}
