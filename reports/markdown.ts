import { causesOf } from '../lib/results/first-cause.ts';
import type { Results } from '../lib/results/results.ts';
import { coverageLine } from './coverage-words.ts';
import { markdownCode, markdownText } from './markdown-escape.ts';
import { markdownLoad } from './markdown-load.ts';
import { registerEntries } from './register-entry.ts';
import { runSeconds, serverName } from './server-name.ts';
import { GRAVEST_FIRST, summaryRows } from './summary-table.ts';
import { HARM_WORDS } from './words/harms.ts';
import { teller } from './words/tell.ts';

/** Causes in the table; job summaries have a size limit and readers a patience. */
const TOLD = 50;

/** `summary.md`: what a job summary or a pull request shows of the run. */
export function summaryMarkdown(results: Results): string {
  const { target, run, summary } = results;
  const blocks = [
    `## ${results.kind === 'load' ? 'DICOMweb load' : 'DICOMweb conformance'}: ${markdownText(serverName(results))}`,
    `**${markdownText(summary.sentence)}**`,
    run.completeness === 'partial' ? `Partial run: ${markdownText(run.why ?? 'cut short')}` : '',
    countsTable(results),
    coverageLine(results),
    unmatched(results),
    causesTable(results),
    results.load ? markdownLoad(results.load) : '',
    remains(results),
    `<sub>${markdownText(target.baseUrl)}, profile ${markdownText(target.profile.name)}, edition ${markdownText(run.harness.edition)}, ${run.startedAt}, ${runSeconds(results).toFixed(1)} s, ${run.harness.name} ${run.harness.version}, exit code ${summary.exitCode}</sub>`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function countsTable(results: Results): string {
  const rows = summaryRows(results);
  if (rows.length === 0) return '';
  return [
    `| | ${GRAVEST_FIRST.join(' | ')} |`,
    `|---|${GRAVEST_FIRST.map(() => '--:|').join('')}`,
    ...rows.map(
      ({ level, counts }) =>
        `| ${markdownText(level)} | ${GRAVEST_FIRST.map((verdict) => counts[verdict]).join(' | ')} |`,
    ),
  ].join('\n');
}

function unmatched({ unmatched: entries = [] }: Results): string {
  if (entries.length === 0) return '';
  const lines = entries
    .slice(0, TOLD)
    .map(({ requirement, why }) => `- ${markdownText(requirement)}: ${markdownText(why)}`);
  if (entries.length > TOLD) lines.push(`- and ${entries.length - TOLD} more in results.json`);
  return ['Baseline entries that accept nothing:', '', ...lines].join('\n');
}

function causesTable(results: Results): string {
  const causes = causesOf(results);
  if (causes.length === 0) return '';
  const entries = registerEntries(results);
  const tell = teller(results);
  const rows = causes.slice(0, TOLD).map(({ lead, sightings, harm }) => {
    const { finding, breach } = lead;
    const requirement = entries.get(finding.requirement);
    const { headline, expected, observed } = tell(breach).english;
    const id = requirement?.link ? `[${finding.requirement}](${requirement.link})` : markdownText(finding.requirement);
    const cells = [
      HARM_WORDS[harm][0],
      breach.grade,
      markdownText(headline, 300),
      id,
      markdownCode(expected, 160),
      markdownCode(observed, 160),
      String(sightings.length),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const more = causes.length > TOLD ? [`\nand ${causes.length - TOLD} more causes in report.html`] : [];
  return [
    '| harm | verdict | problem | requirement | expected | observed | findings |',
    '|---|---|---|---|---|---|--:|',
    ...rows,
    ...more,
  ].join('\n');
}

function remains({ remains: left }: Results): string {
  if (left.length === 0) return '';
  const lines = left.slice(0, TOLD).map(({ studyInstanceUid, seriesInstanceUid, sopInstanceUid, why }) => {
    return `- ${markdownCode(sopInstanceUid ?? seriesInstanceUid ?? studyInstanceUid)} ${markdownText(why)}`;
  });
  if (left.length > TOLD) lines.push(`- and ${left.length - TOLD} more in results.json`);
  return ['### Left on the server', '', ...lines].join('\n');
}
