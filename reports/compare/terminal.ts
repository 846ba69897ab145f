import type { Change, Comparison } from '../../lib/results/compare.ts';
import { WORDS } from '../page/words.ts';
import { serverName } from '../server-name.ts';
import { columnsOf, padEnd, padStart } from '../terminal-columns.ts';
import { type Paint, painter } from '../terminal-paint.ts';
import { visible } from '../visible-text.ts';
import { type Language, type Say, speaking } from '../words/language.ts';
import { statementOf } from '../words/requirement.ts';
import { sideTeller } from '../words/side.ts';
import { movesGrid } from './moves-grid.ts';
import { balanceSentence, caveatText, comparedInJapanese, sayChange, sayGridName, saySide } from './words.ts';

/** Columns of the longest word for a change, and a gap. */
const CHANGE_COLUMNS = 12;

/** The comparison for a person at a terminal: a line a requirement, what was seen below it where it is worse. */
export function compareTerminal(
  comparison: Comparison,
  { color }: { readonly color: boolean },
  language: Language = 'en',
): string {
  const say = speaking(language);
  const paint = painter(color);
  const seen = sideTeller(comparison);
  const { before, after, sentence, caveats, changes } = comparison;
  const blocks = [
    [
      `${say('before  ', '比較元  ')}${serverName(before)}  ${paint.faint(`${before.run.startedAt}  ${before.run.id}`)}`,
      `${say('after   ', '比較先  ')}${serverName(after)}  ${paint.faint(`${after.run.startedAt}  ${after.run.id}`)}`,
    ].join('\n'),
    paint.strong(say(sentence, comparedInJapanese(comparison))),
    caveats
      .map((caveat) => paint.verdict('warn', `${say('note: ', '注意：')}${visible(say(...caveatText(caveat)))}`))
      .join('\n'),
    changes.map((change) => changeLines(change, seen, paint, say)).join('\n'),
    movesTable(comparison, paint, say),
    say(...balanceSentence(comparison)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function changeLines(change: Change, seen: ReturnType<typeof sideTeller>, paint: Paint, say: Say): string {
  const tone = change.worse ? 'fail' : change.kind === 'fixed' ? 'pass' : 'info';
  const move = `${saySide(change.before, say)} -> ${saySide(change.after, say)}`;
  const statement = say(...statementOf({ id: change.requirement, statement: change.statement }));
  const kind = padEnd(sayChange(change.kind, say), CHANGE_COLUMNS);
  const line = `${paint.verdict(tone, kind)}${change.requirement.padEnd(14)} ${move}  ${paint.faint(visible(statement, 200))}`;
  const { before, after } = change;
  const [left, right] = [say(...seen('before', before)), say(...seen('after', after))];
  const was =
    left !== '' && before?.verdict === after?.verdict
      ? [`        ${say('was', '比較元：')} ${visible(left, 300)}`]
      : [];
  const now =
    right !== '' && (change.worse || was.length > 0)
      ? [`        ${say('now', '比較先：')} ${visible(right, 300)}`]
      : [];
  return [line, ...was, ...now].join('\n');
}

/** Verdicts before by verdicts after; each row and column adds up to the counts of its run. */
function movesTable(comparison: Comparison, paint: Paint, say: Say): string {
  const { head, rows } = movesGrid(comparison);
  const corner = say(...WORDS.beforeAfter);
  const lines = [
    [corner, ...head.map((name) => sayGridName(name, say))],
    ...rows.map(({ name, cells }) => [sayGridName(name, say), ...cells.map(String)]),
  ];
  const text = lines.map((cells) =>
    cells.map((cell, index) => (index === 0 ? padEnd(cell, columnsOf(corner)) : padStart(cell, 12))).join(''),
  );
  return [paint.faint(text[0] ?? ''), ...text.slice(1)].join('\n');
}
