import type { LoadComparison } from '../../lib/results/load-compare.ts';
import { markdownText } from '../markdown-escape.ts';
import { WORDS } from '../page/words.ts';
import { type InBoth, type Language, speaking } from '../words/language.ts';
import { sentenceOf } from '../words/requirement.ts';
import { changeText, quantityText } from './load-facts.ts';
import { caveatText } from './words.ts';

/** The comparison of load runs for a pull request or a job summary. */
export function compareLoadMarkdown({ changes, caveats, sentence }: LoadComparison, language: Language = 'en'): string {
  const say = speaking(language);
  const told = (text: string) => markdownText(say(...sentenceOf(text)));
  const rows = changes.map((change) => {
    const { verdict, metric, before, after, unit, rule } = change;
    const word: InBoth = WORDS[verdict];
    const cells = [
      verdict === 'worse' ? `**${say(...word)}**` : say(...word),
      told(metric),
      quantityText(before, unit, language),
      quantityText(after, unit, language),
      changeText(change, language),
      told(rule),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head = [
    say(
      '| verdict | metric | before | after | change | rule |',
      '| 判定 | 指標 | 比較元 | 比較先 | 変化率 | 判定規則 |',
    ),
    '|---|---|--:|--:|--:|---|',
  ];
  return `${[
    `**${told(sentence)}**`,
    caveats.map((caveat) => `- ${markdownText(say(...caveatText(caveat)))}`).join('\n'),
    rows.length > 0 ? [...head, ...rows].join('\n') : '',
  ]
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}
