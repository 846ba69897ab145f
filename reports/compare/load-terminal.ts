import type { LoadComparison } from '../../lib/results/load-compare.ts';
import { WORDS } from '../page/words.ts';
import { columnsOf, padEnd } from '../terminal-columns.ts';
import { visible } from '../visible-text.ts';
import { type InBoth, type Language, speaking } from '../words/language.ts';
import { sentenceOf } from '../words/requirement.ts';
import { changeText, quantityText } from './load-facts.ts';
import { caveatText } from './words.ts';

/** A comparison of loads for a terminal: a line a quantity, then what to mind, then the sentence. */
export function compareLoadTerminal({ changes, caveats, sentence }: LoadComparison, language: Language = 'en'): string {
  const say = speaking(language);
  const told = (text: string) => say(...sentenceOf(text));
  const rows = changes.map((change) => {
    const word: InBoth = WORDS[change.verdict];
    return [
      say(...word),
      told(change.metric),
      quantityText(change.before, change.unit, language),
      quantityText(change.after, change.unit, language),
      changeText(change, language),
      told(change.rule),
    ];
  });
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => columnsOf(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => padEnd(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = caveats.map((caveat) => `${say('Note: ', '注意：')}${visible(say(...caveatText(caveat)))}`);
  return [...lines, '', ...notes, told(sentence), ''].join('\n');
}
