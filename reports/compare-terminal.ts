import type { Change, Comparison, Side } from '../lib/results/compare.ts';
import { balanceSentence, caveatText } from './compare-words.ts';
import { movesGrid } from './moves-grid.ts';
import { serverName } from './server-name.ts';
import { type Paint, painter } from './terminal-paint.ts';
import { visible } from './visible-text.ts';
import { sideTeller } from './words/side.ts';

/** The comparison for a person at a terminal: a line a requirement, what was seen below it where it is worse. */
export function compareTerminal(comparison: Comparison, { color }: { readonly color: boolean }): string {
  const paint = painter(color);
  const seen = sideTeller(comparison);
  const { before, after, sentence, caveats, changes } = comparison;
  const blocks = [
    [
      `before  ${serverName(before)}  ${paint.faint(`${before.run.startedAt}  ${before.run.id}`)}`,
      `after   ${serverName(after)}  ${paint.faint(`${after.run.startedAt}  ${after.run.id}`)}`,
    ].join('\n'),
    paint.strong(sentence),
    caveats.map((caveat) => paint.verdict('warn', `note: ${visible(caveatText(caveat)[0])}`)).join('\n'),
    changes.map((change) => changeLines(change, seen, paint)).join('\n'),
    movesTable(comparison, paint),
    balanceSentence(comparison)[0],
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function changeLines(change: Change, seen: ReturnType<typeof sideTeller>, paint: Paint): string {
  const tone = change.worse ? 'fail' : change.kind === 'fixed' ? 'pass' : 'info';
  const move = `${sideText(change.before)} -> ${sideText(change.after)}`;
  const line = `${paint.verdict(tone, change.kind.padEnd(8))}${change.requirement.padEnd(14)} ${move}  ${paint.faint(visible(change.statement, 200))}`;
  const { before, after } = change;
  const [[left], [right]] = [seen('before', before), seen('after', after)];
  const was = left !== '' && before?.verdict === after?.verdict ? [`        was ${visible(left, 300)}`] : [];
  const now = right !== '' && (change.worse || was.length > 0) ? [`        now ${visible(right, 300)}`] : [];
  return [line, ...was, ...now].join('\n');
}

/** A side of a change in words: `fail`, `incomplete (timed-out)`, or that it was not there. */
export function sideText(side: Side | null): string {
  if (side === null) return 'absent';
  return side.reason ? `${side.verdict} (${side.reason})` : side.verdict;
}

/** Verdicts before by verdicts after; each row and column adds up to the counts of its run. */
function movesTable(comparison: Comparison, paint: Paint): string {
  const { head, rows } = movesGrid(comparison);
  const lines = [['before / after', ...head], ...rows.map(({ name, cells }) => [name, ...cells.map(String)])];
  const text = lines.map((cells) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(14) : cell.padStart(12))).join(''),
  );
  return [paint.faint(text[0] ?? ''), ...text.slice(1)].join('\n');
}
