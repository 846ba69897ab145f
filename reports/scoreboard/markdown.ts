import type { Scoreboard, ScoreboardRow } from '../../lib/results/scoreboard.ts';
import { markdownText } from '../markdown-escape.ts';
import { registerEntries } from '../register-entry.ts';
import { columnNames, differSentence, STATES } from './words.ts';

const TITLES: Readonly<Record<ScoreboardRow['state'], string>> = {
  breached: 'Breached on at least one server',
  differs: 'Breached on none, and not judged alike',
  alike: 'The same on every server whose run has it',
};

/** The servers side by side in Markdown: every requirement, in three tables. */
export function scoreboardMarkdown(scoreboard: Scoreboard): string {
  const names = columnNames(scoreboard).map((name) => markdownText(name, 120));
  const [first] = scoreboard.runs;
  const entries = first ? registerEntries(first) : new Map();
  const table = (rows: readonly ScoreboardRow[]) =>
    [
      `| requirement | level | ${names.join(' | ')} | statement |`,
      `|---|---|${names.map(() => '---|').join('')}---|`,
      ...rows.map(({ requirement, cells }) => {
        const link = entries.get(requirement.id)?.link;
        const id = link ? `[${requirement.id}](${link})` : markdownText(requirement.id);
        const verdicts = cells.map((cell) => (cell ? cell.verdict : '–'));
        return `| ${id} | ${markdownText(requirement.level)} | ${verdicts.join(' | ')} | ${markdownText(requirement.statement, 160)} |`;
      }),
    ].join('\n');
  const differ = differSentence(scoreboard);
  return `${[
    '## DICOMweb servers side by side',
    scoreboard.runs.map((results, index) => runLine(names[index] ?? '', results)).join('\n'),
    differ ? `**${markdownText(differ[0])}**` : '',
    ...STATES.flatMap((state) => {
      const rows = scoreboard.rows.filter((row) => row.state === state);
      return rows.length === 0 ? [] : [`### ${TITLES[state]}`, table(rows)];
    }),
  ]
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}

function runLine(name: string, { run, target, summary }: Scoreboard['runs'][number]): string {
  const facts = [target.baseUrl, `profile ${target.profile.name}`, `edition ${run.harness.edition}`, run.startedAt];
  return `- ${name}: ${summary.verdict} (${markdownText(facts.join(', '), 300)})`;
}
