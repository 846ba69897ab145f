import type { LoadComparison } from '../lib/results/load-compare.ts';
import { changeText, quantityText } from './compare-load.ts';
import { caveatText } from './compare-words.ts';
import { visible } from './visible-text.ts';

/** A comparison of loads for a terminal: a line a quantity, then what to mind, then the sentence. */
export function compareLoadTerminal({ changes, caveats, sentence }: LoadComparison): string {
  const rows = changes.map((change) => [
    change.verdict,
    change.metric,
    quantityText(change.before, change.unit),
    quantityText(change.after, change.unit),
    changeText(change),
    change.rule,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', ...caveats.map((caveat) => `Note: ${visible(caveatText(caveat)[0])}`), sentence, ''].join('\n');
}
