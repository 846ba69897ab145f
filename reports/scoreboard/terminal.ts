import type { Scoreboard, ScoreboardCell, ScoreboardRow } from '../../lib/results/scoreboard.ts';
import { padEnd } from '../terminal-columns.ts';
import { type Paint, painter } from '../terminal-paint.ts';
import { sayVerdict, verdictWord } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import { type Language, type Say, speaking } from '../words/language.ts';
import { statementOf } from '../words/requirement.ts';
import { columnNames, differSentence } from './words.ts';

/** Width of a column: the longest verdict and a gap. */
const COLUMN = 12;

/** The servers for a person at a terminal: those rows in which a server breaches something or they differ. */
export function scoreboardTerminal(
  scoreboard: Scoreboard,
  { color }: { readonly color: boolean },
  language: Language = 'en',
): string {
  const say = speaking(language);
  const paint = painter(color);
  const names = columnNames(scoreboard);
  const letters = names.map((_, index) => String(index + 1));
  const told = scoreboard.rows.filter(({ state }) => state !== 'alike');
  const alike = scoreboard.rows.length - told.length;
  const differ = differSentence(scoreboard);
  const blocks = [
    scoreboard.runs
      .map((run, index) => `${letters[index]}  ${names[index]}  ${say(run.summary.verdict, verdictWord(run)[1])}`)
      .join('\n'),
    differ ? paint.verdict('warn', say(...differ)) : '',
    [
      paint.faint(`${''.padEnd(14)}${letters.map((letter) => letter.padEnd(COLUMN)).join('')}`),
      ...told.map((row) => rowLine(row, paint, say)),
    ].join('\n'),
    paint.faint(
      say(
        `${alike} further requirements are the same on every server whose run has them.`,
        `ほかの要件 ${alike} 件は、実施したすべてのサーバーで同じです。`,
      ),
    ),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function rowLine({ requirement, cells }: ScoreboardRow, paint: Paint, say: Say): string {
  const shown = cells.map((cell) => cellText(cell, paint, say)).join('');
  return `${requirement.id.padEnd(14)}${shown}${paint.faint(visible(say(...statementOf(requirement)), 100))}`;
}

function cellText(cell: ScoreboardCell | null, paint: Paint, say: Say): string {
  return cell ? paint.verdict(cell.verdict, padEnd(sayVerdict(cell.verdict, say), COLUMN)) : '–'.padEnd(COLUMN);
}
