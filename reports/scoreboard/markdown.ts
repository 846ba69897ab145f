import type { Scoreboard, ScoreboardRow } from '../../lib/results/scoreboard.ts';
import { markdownText } from '../markdown-escape.ts';
import { WORDS } from '../page/words.ts';
import { registerEntries } from '../register-entry.ts';
import { sayVerdict, verdictWord } from '../verdict-words.ts';
import { type InBoth, type Language, type Say, speaking } from '../words/language.ts';
import { statementOf } from '../words/requirement.ts';
import { columnNames, differSentence, STATE_WORDS, STATES } from './words.ts';

/** The servers side by side in Markdown: every requirement, in three tables. */
export function scoreboardMarkdown(scoreboard: Scoreboard, language: Language = 'en'): string {
  const say = speaking(language);
  const names = columnNames(scoreboard).map((name) => markdownText(name, 120));
  const [first] = scoreboard.runs;
  const entries = first ? registerEntries(first) : new Map();
  const table = (rows: readonly ScoreboardRow[]) =>
    [
      `| ${say('requirement', '要件')} | ${say('level', 'レベル')} | ${names.join(' | ')} | ${say('statement', '要求内容')} |`,
      `|---|---|${names.map(() => '---|').join('')}---|`,
      ...rows.map(({ requirement, cells }) => {
        const link = entries.get(requirement.id)?.link;
        const id = link ? `[${requirement.id}](${link})` : markdownText(requirement.id);
        const verdicts = cells.map((cell) => (cell ? sayVerdict(cell.verdict, say) : '–'));
        const statement = markdownText(say(...statementOf(requirement)), 160);
        return `| ${id} | ${markdownText(requirement.level)} | ${verdicts.join(' | ')} | ${statement} |`;
      }),
    ].join('\n');
  const differ = differSentence(scoreboard);
  return `${[
    `## ${say(...WORDS.scoreboard)}`,
    scoreboard.runs.map((results, index) => runLine(names[index] ?? '', results, say)).join('\n'),
    differ ? `**${markdownText(say(...differ))}**` : '',
    ...STATES.flatMap((state) => {
      const rows = scoreboard.rows.filter((row) => row.state === state);
      const title: InBoth = WORDS[STATE_WORDS[state]];
      return rows.length === 0 ? [] : [`### ${say(...title)}`, table(rows)];
    }),
  ]
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}

function runLine(name: string, results: Scoreboard['runs'][number], say: Say): string {
  const { run, target, summary } = results;
  const [profile, edition] = [target.profile.name, run.harness.edition];
  const judgedBy = say(`profile ${profile}, edition ${edition}`, `プロファイル ${profile}、規格の版 ${edition}`);
  const facts = markdownText([target.baseUrl, judgedBy, run.startedAt].join(say(', ', '、')), 300);
  const verdict = verdictWord(results)[1];
  return say(`- ${name}: ${summary.verdict} (${facts})`, `- ${name}：${verdict}（${facts}）`);
}
