import type { Comparison } from '../lib/results/compare.ts';
import { sideText } from './compare-terminal.ts';
import { balanceSentence, caveatText } from './compare-words.ts';
import { markdownText } from './markdown-escape.ts';
import { movesGrid } from './moves-grid.ts';
import { serverName } from './server-name.ts';
import { sideTeller } from './words/side.ts';

/** The comparison for a pull request or a job summary. */
export function compareMarkdown(comparison: Comparison): string {
  const { before, after, sentence, caveats, changes } = comparison;
  const told = sideTeller(comparison);
  const rows = changes.map(({ kind, worse, requirement, before: left, after: right, statement }) => {
    const move = `${sideText(left)} → ${sideText(right)}`;
    const seen = markdownText(told('after', right)[0], 240);
    return `| ${worse ? `**${kind}**` : kind} | ${markdownText(requirement)} | ${move} | ${markdownText(statement, 120)} | ${seen} |`;
  });
  const table = ['| change | requirement | verdict | statement | seen now |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
  return `${[
    `## ${markdownText(serverName(before))} → ${markdownText(serverName(after))}`,
    `**${markdownText(sentence)}**`,
    caveats.map((caveat) => `- ${markdownText(caveatText(caveat)[0])}`).join('\n'),
    rows.length > 0 ? table : '',
    gridMarkdown(comparison),
    `<sub>${balanceSentence(comparison)[0]} Before: ${markdownText(before.run.id)}, ${before.run.startedAt}. After: ${markdownText(after.run.id)}, ${after.run.startedAt}.</sub>`,
  ]
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}

function gridMarkdown(comparison: Comparison): string {
  const { head, rows } = movesGrid(comparison);
  return [
    `| before / after | ${head.join(' | ')} |`,
    `|---|${head.map(() => '--:|').join('')}`,
    ...rows.map(({ name, cells }) => `| ${name} | ${cells.join(' | ')} |`),
  ].join('\n');
}
