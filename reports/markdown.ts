import { type Cause, causesOf } from '../lib/results/first-cause.ts';
import type { Results } from '../lib/results/results.ts';
import { coverageLine } from './coverage-words.ts';
import { sampleSentence } from './load-samples.ts';
import { markdownCode, markdownText } from './markdown-escape.ts';
import { markdownLoad } from './markdown-load.ts';
import { japaneseSentence } from './page/first/verdict-sentence.ts';
import { expiringLines, expiringTitle } from './parts/expiring.ts';
import { flakyLines, flakyTitle } from './parts/flaky.ts';
import { readOnlyNotice } from './read-only.ts';
import { registerEntries } from './register-entry.ts';
import { runSeconds, serverName } from './server-name.ts';
import { GRAVEST_FIRST, summaryRows } from './summary-table.ts';
import { harmTallies, plainSentence, problems, sayVerdict, tallyTitle, verdictWord } from './verdict-words.ts';
import { whyWarn } from './why-warn.ts';
import { type Language, type Say, speaking } from './words/language.ts';
import { sentenceOf } from './words/requirement.ts';
import { tellerIn } from './words/tell.ts';
import type { Telling } from './words/telling.ts';

/** Causes in the table; job summaries have a size limit and readers a patience. */
const TOLD = 50;

/** `summary.md`: what a job summary or a pull request shows of the run. */
export function summaryMarkdown(results: Results, language: Language = 'en'): string {
  const { run } = results;
  const say = speaking(language);
  const sentences = (texts: readonly string[]) => texts.map((text) => say(...sentenceOf(text)));
  const samples = results.load ? sampleSentence(results) : null;
  const readOnly = readOnlyNotice(results);
  const blocks = [
    `## ${results.kind === 'load' ? say('DICOMweb load', 'DICOMweb 負荷試験') : say('DICOMweb conformance', 'DICOMweb 適合性試験')}${say(': ', '：')}${markdownText(serverName(results))}`,
    ...verdict(results, say),
    run.completeness === 'partial'
      ? `${say('Partial run:', '途中で終了した実行：')} ${markdownText(say(...sentenceOf(run.why ?? 'cut short')))}`
      : '',
    readOnly === null ? '' : `**${markdownText(say(...readOnly))}**`,
    results.leftOut
      ? `${say('Left out, so that this can be shared:', '共有のため除外した項目：')} ${markdownText(sentences(results.leftOut).join(say('; ', '；')))}`
      : '',
    ...problemTables(results, language),
    countsTable(results, say),
    coverageLine(results, language),
    flaky(results, language),
    expiring(results, language),
    unmatched(results, say),
    results.load ? markdownLoad(results.load, language) : '',
    samples ? say(...samples) : '',
    remains(results, say),
    footer(results, say),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function footer(results: Results, say: Say): string {
  const { target, run, summary } = results;
  const [address, profile] = [markdownText(target.baseUrl), markdownText(target.profile.name)];
  const edition = markdownText(run.harness.edition);
  const rest = `${run.startedAt}, ${runSeconds(results).toFixed(1)} s, ${run.harness.name} ${run.harness.version}`;
  return say(
    `<sub>${address}, profile ${profile}, edition ${edition}, ${rest}, exit code ${summary.exitCode}</sub>`,
    `<sub>${address}、プロファイル ${profile}、規格の版 ${edition}、${rest}、終了コード ${summary.exitCode}</sub>`,
  );
}

function countsTable(results: Results, say: Say): string {
  const rows = summaryRows(results);
  if (rows.length === 0) return '';
  return [
    `| | ${GRAVEST_FIRST.map((verdict) => sayVerdict(verdict, say)).join(' | ')} |`,
    `|---|${GRAVEST_FIRST.map(() => '--:|').join('')}`,
    ...rows.map(
      ({ level, counts }) =>
        `| ${markdownText(level)} | ${GRAVEST_FIRST.map((verdict) => counts[verdict]).join(' | ')} |`,
    ),
  ].join('\n');
}

function flaky(results: Results, language: Language): string {
  const lines = flakyLines(results, language).map((line) => `- ${markdownText(line)}`);
  return lines.length === 0 ? '' : [flakyTitle(language), '', ...lines.slice(0, TOLD)].join('\n');
}

function expiring(results: Results, language: Language): string {
  const lines = expiringLines(results, language).map((line) => `- ${markdownText(line)}`);
  return lines.length === 0 ? '' : [expiringTitle(language), '', ...lines].join('\n');
}

function unmatched({ unmatched: entries = [] }: Results, say: Say): string {
  if (entries.length === 0) return '';
  const lines = entries
    .slice(0, TOLD)
    .map(({ requirement, why }) => `- ${markdownText(requirement)}: ${markdownText(say(...sentenceOf(why)))}`);
  if (entries.length > TOLD) lines.push(moreInResults(entries.length - TOLD, say));
  return [say('Baseline entries that accept nothing:', '該当する違反のないベースライン項目：'), '', ...lines].join(
    '\n',
  );
}

function moreInResults(count: number, say: Say): string {
  return say(`- and ${count} more in results.json`, `- ほかに ${count} 件（results.json を参照）`);
}

/** One word, one plain sentence, and the sentence with the counts. */
function verdict(results: Results, say: Say): string[] {
  const plain = plainSentence(results, causesOf(results));
  const sentence = markdownText(say(results.summary.sentence, japaneseSentence(results)));
  if (!plain) return [`**${sentence}**`];
  return [`**${say(...verdictWord(results))}${say('.', '。')}** ${say(...plain)}`, sentence];
}

/** A table for each harm, gravest first. */
function problemTables(results: Results, language: Language): string[] {
  const causes = causesOf(results);
  const entries = registerEntries(results);
  const tell = tellerIn(language, results);
  const say = speaking(language);
  const tables = harmTallies(causes.slice(0, TOLD)).map((tally) =>
    [
      `### ${say(...tallyTitle(tally))}`,
      '',
      say('| | problem | expected | observed | rule | findings |', '| | 問題 | 期待値 | 実際の値 | 要件 | 指摘数 |'),
      '|---|---|---|---|---|--:|',
      ...tally.causes.map((cause) => problemRow(cause, tell(cause.lead.breach), entries, say)),
    ].join('\n'),
  );
  if (causes.length <= TOLD) return tables;
  const [english, japanese] = problems(causes.length - TOLD);
  return [...tables, say(`and ${english} more in report.html`, `ほかに${japanese}（report.html を参照）`)];
}

function problemRow(
  { lead, sightings, grade }: Cause,
  { headline, expected, observed }: Telling,
  entries: ReturnType<typeof registerEntries>,
  say: Say,
): string {
  const { finding } = lead;
  const requirement = entries.get(finding.requirement);
  const id = requirement?.link ? `[${finding.requirement}](${requirement.link})` : markdownText(finding.requirement);
  const warned = grade === 'warn' ? whyWarn(lead, requirement) : null;
  const cells = [
    sayVerdict(grade, say),
    markdownText(headline, 300),
    markdownCode(expected, 160),
    markdownCode(observed, 160),
    [id, requirement?.level, warned ? `(${markdownText(say(...warned), 300)})` : ''].filter(Boolean).join(' '),
    String(sightings.length),
  ];
  return `| ${cells.join(' | ')} |`;
}

function remains({ remains: left }: Results, say: Say): string {
  if (left.length === 0) return '';
  const lines = left.slice(0, TOLD).map(({ studyInstanceUid, seriesInstanceUid, sopInstanceUid, why }) => {
    const uid = sopInstanceUid ?? seriesInstanceUid ?? studyInstanceUid;
    return `- ${markdownCode(uid)} ${markdownText(say(...sentenceOf(why)))}`;
  });
  if (left.length > TOLD) lines.push(moreInResults(left.length - TOLD, say));
  return [`### ${say('Left on the server', 'サーバーに残っているもの')}`, '', ...lines].join('\n');
}
