import type { Comparison } from '../../lib/results/compare.ts';
import { markdownText } from '../markdown-escape.ts';
import { WORDS } from '../page/words.ts';
import { serverName } from '../server-name.ts';
import { type Language, type Say, speaking } from '../words/language.ts';
import { statementOf } from '../words/requirement.ts';
import { sideTeller } from '../words/side.ts';
import { movesGrid } from './moves-grid.ts';
import { balanceSentence, caveatText, comparedInJapanese, sayChange, sayGridName, saySide } from './words.ts';

/** The comparison for a pull request or a job summary. */
export function compareMarkdown(comparison: Comparison, language: Language = 'en'): string {
  const say = speaking(language);
  const { before, after, sentence, caveats, changes } = comparison;
  const told = sideTeller(comparison);
  const rows = changes.map(({ kind, worse, requirement, before: left, after: right, statement }) => {
    const change = sayChange(kind, say);
    const cells = [
      worse ? `**${change}**` : change,
      markdownText(requirement),
      `${saySide(left, say)} → ${saySide(right, say)}`,
      markdownText(say(...statementOf({ id: requirement, statement })), 120),
      markdownText(say(...told('after', right)), 240),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const table = [
    say(
      '| change | requirement | verdict | statement | seen now |',
      '| 変化 | 要件 | 判定 | 要求内容 | 比較先での結果 |',
    ),
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
  const [older, newer] = [before, after].map(({ run }) => `${markdownText(run.id)}, ${run.startedAt}`);
  return `${[
    `## ${markdownText(serverName(before))} → ${markdownText(serverName(after))}`,
    `**${markdownText(say(sentence, comparedInJapanese(comparison)))}**`,
    caveats.map((caveat) => `- ${markdownText(say(...caveatText(caveat)))}`).join('\n'),
    rows.length > 0 ? table : '',
    gridMarkdown(comparison, say),
    `<sub>${say(...balanceSentence(comparison))}${say(` Before: ${older}. After: ${newer}.`, `比較元：${older}。比較先：${newer}。`)}</sub>`,
  ]
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}

function gridMarkdown(comparison: Comparison, say: Say): string {
  const { head, rows } = movesGrid(comparison);
  return [
    `| ${say(...WORDS.beforeAfter)} | ${head.map((name) => sayGridName(name, say)).join(' | ')} |`,
    `|---|${head.map(() => '--:|').join('')}`,
    ...rows.map(({ name, cells }) => `| ${sayGridName(name, say)} | ${cells.join(' | ')} |`),
  ].join('\n');
}
