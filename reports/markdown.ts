import { type Cause, causesOf } from '../lib/results/first-cause.ts';
import type { Results } from '../lib/results/results.ts';
import { coverageLine } from './coverage-words.ts';
import { sampleSentence } from './load-samples.ts';
import { markdownCode, markdownText } from './markdown-escape.ts';
import { markdownLoad } from './markdown-load.ts';
import { registerEntries } from './register-entry.ts';
import { runSeconds, serverName } from './server-name.ts';
import { GRAVEST_FIRST, summaryRows } from './summary-table.ts';
import { harmTallies, plainSentence, problems, verdictWord } from './verdict-words.ts';
import { whyWarn } from './why-warn.ts';
import { HARM_WORDS } from './words/harms.ts';
import { teller } from './words/tell.ts';
import type { Telling } from './words/telling.ts';

/** Causes in the table; job summaries have a size limit and readers a patience. */
const TOLD = 50;

/** `summary.md`: what a job summary or a pull request shows of the run. */
export function summaryMarkdown(results: Results): string {
  const { target, run, summary } = results;
  const blocks = [
    `## ${results.kind === 'load' ? 'DICOMweb load' : 'DICOMweb conformance'}: ${markdownText(serverName(results))}`,
    ...verdict(results),
    run.completeness === 'partial' ? `Partial run: ${markdownText(run.why ?? 'cut short')}` : '',
    results.leftOut ? `Left out, so that this can be shared: ${markdownText(results.leftOut.join('; '))}` : '',
    ...problemTables(results),
    countsTable(results),
    coverageLine(results),
    unmatched(results),
    results.load ? markdownLoad(results.load) : '',
    results.load ? (sampleSentence(results)?.[0] ?? '') : '',
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

/** One word, one plain sentence, and the sentence with the counts. */
function verdict(results: Results): string[] {
  const plain = plainSentence(results, causesOf(results));
  const sentence = markdownText(results.summary.sentence);
  return plain ? [`**${verdictWord(results)[0]}.** ${plain[0]}`, sentence] : [`**${sentence}**`];
}

/** A table for each harm, gravest first. */
function problemTables(results: Results): string[] {
  const causes = causesOf(results);
  const entries = registerEntries(results);
  const tell = teller(results);
  const tables = harmTallies(causes.slice(0, TOLD)).map(({ harm, causes: here }) =>
    [
      `### ${HARM_WORDS[harm][0]}`,
      '',
      '| | problem | expected | observed | rule | findings |',
      '|---|---|---|---|---|--:|',
      ...here.map((cause) => problemRow(cause, tell(cause.lead.breach).english, entries)),
    ].join('\n'),
  );
  const more = causes.length > TOLD ? [`and ${problems(causes.length - TOLD)[0]} more in report.html`] : [];
  return [...tables, ...more];
}

function problemRow(
  { lead, sightings }: Cause,
  { headline, expected, observed }: Telling,
  entries: ReturnType<typeof registerEntries>,
): string {
  const { finding, breach } = lead;
  const requirement = entries.get(finding.requirement);
  const id = requirement?.link ? `[${finding.requirement}](${requirement.link})` : markdownText(finding.requirement);
  const warned = whyWarn(lead, requirement);
  const cells = [
    breach.grade,
    markdownText(headline, 300),
    markdownCode(expected, 160),
    markdownCode(observed, 160),
    [id, requirement?.level, warned ? `(${markdownText(warned[0], 300)})` : ''].filter(Boolean).join(' '),
    String(sightings.length),
  ];
  return `| ${cells.join(' | ')} |`;
}

function remains({ remains: left }: Results): string {
  if (left.length === 0) return '';
  const lines = left.slice(0, TOLD).map(({ studyInstanceUid, seriesInstanceUid, sopInstanceUid, why }) => {
    return `- ${markdownCode(sopInstanceUid ?? seriesInstanceUid ?? studyInstanceUid)} ${markdownText(why)}`;
  });
  if (left.length > TOLD) lines.push(`- and ${left.length - TOLD} more in results.json`);
  return ['### Left on the server', '', ...lines].join('\n');
}
