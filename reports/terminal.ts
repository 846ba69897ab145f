import { type Cause, causesOf } from '../lib/results/first-cause.ts';
import type { Results } from '../lib/results/results.ts';
import type { Verdict } from '../lib/results/verdict.ts';
import { coverageLine } from './coverage-words.ts';
import { sampleSentence } from './load-samples.ts';
import { registerEntries } from './register-entry.ts';
import { isNamed, runSeconds, serverName } from './server-name.ts';
import { GRAVEST_FIRST, summaryRows } from './summary-table.ts';
import { terminalLoad } from './terminal-load.ts';
import { type Paint, painter } from './terminal-paint.ts';
import { harmTallies, plainSentence, problems, verdictWord } from './verdict-words.ts';
import { visible } from './visible-text.ts';
import { whereText } from './where.ts';
import { whyWarn } from './why-warn.ts';
import { HARM_WORDS } from './words/harms.ts';
import { teller } from './words/tell.ts';
import type { Telling } from './words/telling.ts';

/** Causes told in full; the rest are counted, since a terminal is no place to read hundreds. */
const TOLD = 12;

/** What a person sees at the end of a run: verdict, counts, the gravest causes, what was not judged, what remains. */
export function terminalSummary(results: Results, { color }: { readonly color: boolean }): string {
  const paint = painter(color);
  const blocks = [
    heading(results, paint),
    verdict(results, paint),
    causes(results, paint),
    countsTable(results, paint),
    coverageLine(results),
    unmatched(results, paint),
    results.load ? terminalLoad(results.load, paint) : '',
    results.load ? (sampleSentence(results)?.[0] ?? '') : '',
    remains(results, paint),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function heading(results: Results, paint: Paint): string {
  const { target, run } = results;
  const profile = `profile ${visible(target.profile.name, 60)}, edition ${visible(run.harness.edition, 20)}`;
  const lines = [
    `${paint.strong(serverName(results))} · ${profile}`,
    paint.faint(
      `${isNamed(results) ? `${visible(target.baseUrl, 200)} · ` : ''}${run.startedAt} · ${runSeconds(results).toFixed(1)} s · ${run.harness.name} ${run.harness.version}`,
    ),
  ];
  if (run.completeness === 'partial')
    lines.push(paint.verdict('warn', `partial run: ${visible(run.why ?? 'cut short')}`));
  return lines.join('\n');
}

/** One word, one plain sentence, and the sentence with the counts. */
function verdict(results: Results, paint: Paint): string {
  const plain = plainSentence(results, causesOf(results));
  const sentence = visible(results.summary.sentence);
  if (plain === null) return paint.strong(sentence);
  return [paint.strong(`${verdictWord(results)[0].toUpperCase()}  ${plain[0]}`), sentence].join('\n');
}

function countsTable(results: Results, paint: Paint): string {
  const rows = summaryRows(results);
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(({ level }) => level.length));
  const head = `${' '.repeat(width)}${GRAVEST_FIRST.map((verdict) => verdict.padStart(columnWidth(verdict))).join('')}`;
  const body = rows.map(({ level, counts }) => {
    const cells = GRAVEST_FIRST.map((verdict) => {
      const cell = String(counts[verdict]).padStart(columnWidth(verdict));
      return counts[verdict] > 0 ? paint.verdict(verdict, cell) : paint.faint(cell);
    });
    return `${level.padEnd(width)}${cells.join('')}`;
  });
  return [paint.faint(head), ...body].join('\n');
}

function columnWidth(verdict: Verdict): number {
  return Math.max(verdict.length, 5) + 2;
}

function unmatched({ unmatched: entries = [] }: Results, paint: Paint): string {
  if (entries.length === 0) return '';
  const lines = entries
    .slice(0, TOLD)
    .map(({ requirement, why }) => `  ${visible(requirement, 40)}  ${visible(why, 200)}`);
  if (entries.length > TOLD) lines.push(`  and ${entries.length - TOLD} more in results.json`);
  return [paint.verdict('fail', 'Baseline entries that accept nothing:'), ...lines].join('\n');
}

function causes(results: Results, paint: Paint): string {
  const all = causesOf(results);
  const tell = teller(results);
  const entries = registerEntries(results);
  const told = harmTallies(all.slice(0, TOLD)).flatMap(({ harm, causes: here }) => [
    paint.strong(HARM_WORDS[harm][0]),
    ...here.map((cause) => causeLines(cause, tell(cause.lead.breach).english, entries, paint)),
  ]);
  if (all.length > TOLD) told.push(`and ${problems(all.length - TOLD)[0]} more in report.html`);
  return told.join('\n\n');
}

function causeLines(
  { lead, sightings, exchange }: Cause,
  { headline, expected, observed, remedy }: Telling,
  entries: ReturnType<typeof registerEntries>,
  paint: Paint,
): string {
  const { finding, breach } = lead;
  const requirement = entries.get(finding.requirement);
  const times = sightings.length > 1 ? paint.faint(`  ×${sightings.length}`) : '';
  const warned = whyWarn(lead, requirement);
  const label = paint.verdict(breach.grade, breach.grade.toUpperCase().padEnd(4));
  const lines = [
    `${label}  ${paint.strong(visible(headline, 300))}${times}`,
    `      ${paint.faint(visible(`${finding.requirement} ${requirement?.level ?? ''}: ${requirement?.statement ?? finding.claim}`, 300))}`,
    `      expected  ${visible(expected, 300)}`,
    `      observed  ${visible(observed, 300)}`,
    `      where     ${whereText(breach.where)}${exchange ? `, exchange ${visible(exchange.id, 60)}` : ''}`,
  ];
  if (remedy !== '') lines.push(`      to do     ${visible(remedy, 300)}`);
  if (warned) lines.push(`      warning   ${visible(warned[0], 300)}`);
  if (finding.remark) lines.push(`      remark    ${visible(finding.remark, 300)}`);
  return lines.join('\n');
}

function remains({ remains: left }: Results, paint: Paint): string {
  if (left.length === 0) return '';
  const lines = left.slice(0, TOLD).map(({ studyInstanceUid, sopInstanceUid, why }) => {
    return `  ${visible(sopInstanceUid ?? studyInstanceUid, 80)}  ${paint.faint(visible(why, 200))}`;
  });
  if (left.length > TOLD) lines.push(`  and ${left.length - TOLD} more in results.json`);
  return ['Left on the server:', ...lines].join('\n');
}
