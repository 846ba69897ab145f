import type { LoadComparison } from '../lib/results/load-compare.ts';
import { changeText, quantityText } from './compare-load.ts';
import { caveatText } from './compare-words.ts';
import { markdownText } from './markdown-escape.ts';

/** The comparison of load runs for a pull request or a job summary. */
export function compareLoadMarkdown({ changes, caveats, sentence }: LoadComparison): string {
  const rows = changes.map((change) => {
    const { verdict, metric, before, after, unit, rule } = change;
    const said = verdict === 'worse' ? `**${verdict}**` : verdict;
    return `| ${said} | ${markdownText(metric)} | ${quantityText(before, unit)} | ${quantityText(after, unit)} | ${changeText(change)} | ${markdownText(rule)} |`;
  });
  const head = ['| verdict | metric | before | after | change | rule |', '|---|---|--:|--:|--:|---|'];
  return `${[
    `**${markdownText(sentence)}**`,
    caveats.map((caveat) => `- ${markdownText(caveatText(caveat)[0])}`).join('\n'),
    rows.length > 0 ? [...head, ...rows].join('\n') : '',
  ]
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}
