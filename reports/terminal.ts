import { type Cause, causesOf } from '../lib/results/first-cause.ts';
import type { Results } from '../lib/results/results.ts';
import { coverageLine } from './coverage-words.ts';
import { sampleSentence } from './load-samples.ts';
import { japaneseSentence, japaneseWhy } from './page/first/verdict-sentence.ts';
import { whereJapanese } from './page/where-japanese.ts';
import { expiringLines, expiringTitle } from './parts/expiring.ts';
import { flakyLines, flakyTitle } from './parts/flaky.ts';
import { readOnlyNotice } from './read-only.ts';
import { registerEntries } from './register-entry.ts';
import { isNamed, runSeconds, serverName } from './server-name.ts';
import { missingFlags } from './stated.ts';
import { GRAVEST_FIRST, summaryRows } from './summary-table.ts';
import { columnsOf, padEnd, padStart } from './terminal-columns.ts';
import { terminalLoad } from './terminal-load.ts';
import { type Paint, painter } from './terminal-paint.ts';
import { harmTallies, plainSentence, problems, sayVerdict, tallyTitle, verdictWord } from './verdict-words.ts';
import { visible } from './visible-text.ts';
import { whereText } from './where.ts';
import { whyWarn } from './why-warn.ts';
import { type Language, type Say, speaking } from './words/language.ts';
import { sentenceOf, statementOf } from './words/requirement.ts';
import { tellerIn } from './words/tell.ts';
import type { Telling } from './words/telling.ts';

/** Causes told in full; the rest are counted, since a terminal is no place to read hundreds. */
const TOLD = 12;

interface Shown {
  readonly color: boolean;
  readonly language?: Language;
}

/** What a person sees at the end of a run: verdict, counts, the gravest causes, what was not judged, what remains. */
export function terminalSummary(results: Results, { color, language = 'en' }: Shown): string {
  const paint = painter(color);
  const say = speaking(language);
  // A table of all that was not judged would hide what there is to do.
  if (isUntested(results)) {
    const told = [cutShort(results, paint, say), verdict(results, paint, say), remains(results, paint, say)];
    return `${told.filter((block) => block !== '').join('\n')}\n`;
  }
  const samples = results.load ? sampleSentence(results) : null;
  const blocks = [
    heading(results, paint, say),
    verdict(results, paint, say),
    causes(results, paint, language),
    countsTable(results, paint, say),
    coverageLine(results, language),
    flaky(results, paint, language),
    expiring(results, paint, language),
    unmatched(results, paint, say),
    results.load ? terminalLoad(results.load, paint, language) : '',
    samples ? say(...samples) : '',
    remains(results, paint, say),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Whether a run was cut short before anything was judged, as by a target that cannot be reached. */
export function isUntested({ kind, run, requirements }: Results): boolean {
  return (
    kind === 'conformance' &&
    run.completeness === 'partial' &&
    requirements.every(({ verdict }) => verdict === 'incomplete')
  );
}

/** A run in one line: the verdict, the exit code with its reason, and where the page is; above it what remains. */
export function terminalLine(results: Results, report: string, { color, language = 'en' }: Shown): string {
  const paint = painter(color);
  const say = speaking(language);
  const word = results.kind === 'load' ? [] : [paint.strong(say(...verdictWord(results)).toUpperCase())];
  const line = [...word, exitLine(results, language), report].join(' · ');
  return `${[remains(results, paint, say), line].filter((block) => block !== '').join('\n')}\n`;
}

/** The exit code and why it is that: `exit 5: 1 of 30 operations was not judged: fuzzy-matching`. */
export function exitLine(results: Results, language: Language = 'en'): string {
  const { exitCode, why, sentence } = results.summary;
  const say = speaking(language);
  const told =
    results.kind === 'load' ? say(sentence, japaneseSentence(results)) : say(why ?? sentence, japaneseWhy(results));
  return say(`exit ${exitCode}: ${visible(told, 300)}`, `終了コード ${exitCode}：${visible(told, 300)}`);
}

function cutShort({ run }: Results, paint: Paint, say: Say): string {
  if (run.completeness !== 'partial') return '';
  const why = visible(say(...sentenceOf(run.why ?? 'cut short')));
  return paint.verdict('warn', say(`partial run: ${why}`, `途中で終了した実行：${why}`));
}

function heading(results: Results, paint: Paint, say: Say): string {
  const { target, run } = results;
  const [profile, edition] = [visible(target.profile.name, 60), visible(run.harness.edition, 20)];
  const lines = [
    `${paint.strong(serverName(results))} · ${say(`profile ${profile}, edition ${edition}`, `プロファイル ${profile}、規格の版 ${edition}`)}`,
    paint.faint(
      `${isNamed(results) ? `${visible(target.baseUrl, 200)} · ` : ''}${run.startedAt} · ${runSeconds(results).toFixed(1)} s · ${run.harness.name} ${run.harness.version}`,
    ),
  ];
  const missing = missingFlags(results).join(', ');
  if (missing !== '')
    lines.push(paint.faint(say(`not given, for the reports: ${missing}`, `未指定（レポート用）：${missing}`)));
  const readOnly = readOnlyNotice(results);
  return [...lines, cutShort(results, paint, say), readOnly === null ? '' : say(...readOnly)]
    .filter((line) => line !== '')
    .join('\n');
}

/** One word, one plain sentence, and the sentence with the counts. */
function verdict(results: Results, paint: Paint, say: Say): string {
  const plain = plainSentence(results, causesOf(results));
  const sentence = visible(say(results.summary.sentence, japaneseSentence(results)));
  if (plain === null) return paint.strong(sentence);
  return [paint.strong(`${say(...verdictWord(results)).toUpperCase()}  ${say(...plain)}`), sentence].join('\n');
}

function countsTable(results: Results, paint: Paint, say: Say): string {
  const rows = summaryRows(results);
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(({ level }) => level.length));
  const columns = GRAVEST_FIRST.map((verdict) => {
    const word = sayVerdict(verdict, say);
    return { verdict, word, width: Math.max(columnsOf(word), 5) + 2 };
  });
  const head = `${' '.repeat(width)}${columns.map(({ word, width: column }) => padStart(word, column)).join('')}`;
  const body = rows.map(({ level, counts }) => {
    const cells = columns.map(({ verdict, width: column }) => {
      const cell = padStart(String(counts[verdict]), column);
      return counts[verdict] > 0 ? paint.verdict(verdict, cell) : paint.faint(cell);
    });
    return `${level.padEnd(width)}${cells.join('')}`;
  });
  return [paint.faint(head), ...body].join('\n');
}

function flaky(results: Results, paint: Paint, language: Language): string {
  const lines = flakyLines(results, language);
  if (lines.length === 0) return '';
  const told = lines.slice(0, TOLD).map((line) => `  ${visible(line)}`);
  if (lines.length > TOLD) told.push(moreInResults(lines.length - TOLD, speaking(language)));
  return [paint.verdict('warn', flakyTitle(language)), ...told].join('\n');
}

function expiring(results: Results, paint: Paint, language: Language): string {
  const lines = expiringLines(results, language).map((line) => `  ${visible(line, 200)}`);
  return lines.length === 0 ? '' : [paint.verdict('warn', expiringTitle(language)), ...lines].join('\n');
}

function unmatched({ unmatched: entries = [] }: Results, paint: Paint, say: Say): string {
  if (entries.length === 0) return '';
  const lines = entries
    .slice(0, TOLD)
    .map(({ requirement, why }) => `  ${visible(requirement, 40)}  ${visible(say(...sentenceOf(why)), 200)}`);
  if (entries.length > TOLD) lines.push(moreInResults(entries.length - TOLD, say));
  const head = say('Baseline entries that accept nothing:', '該当する違反のないベースライン項目：');
  return [paint.verdict('fail', head), ...lines].join('\n');
}

function moreInResults(count: number, say: Say): string {
  return say(`  and ${count} more in results.json`, `  ほかに ${count} 件（results.json を参照）`);
}

function causes(results: Results, paint: Paint, language: Language): string {
  const all = causesOf(results);
  const tell = tellerIn(language, results);
  const say = speaking(language);
  const entries = registerEntries(results);
  const told = harmTallies(all.slice(0, TOLD)).flatMap((tally) => [
    paint.strong(say(...tallyTitle(tally))),
    ...tally.causes.map((cause) => causeLines(cause, tell(cause.lead.breach), entries, paint, say)),
  ]);
  if (all.length > TOLD) {
    const [english, japanese] = problems(all.length - TOLD);
    told.push(say(`and ${english} more in report.html`, `ほかに${japanese}（report.html を参照）`));
  }
  return told.join('\n\n');
}

function causeLines(
  { lead, sightings, grade, exchange }: Cause,
  { headline, expected, observed, remedy }: Telling,
  entries: ReturnType<typeof registerEntries>,
  paint: Paint,
  say: Say,
): string {
  const { finding, breach } = lead;
  const requirement = entries.get(finding.requirement);
  const times = sightings.length > 1 ? paint.faint(`  ×${sightings.length}`) : '';
  const warned = grade === 'warn' ? whyWarn(lead, requirement) : null;
  const label = paint.verdict(grade, padEnd(sayVerdict(grade, say).toUpperCase(), 4));
  const statement = say(...(requirement ? statementOf(requirement) : sentenceOf(finding.claim)));
  const where = say(whereText(breach.where), whereJapanese(breach.where));
  const shownBy = exchange ? say(', exchange ', '、通信 ') + visible(exchange.id, 60) : '';
  const line = (english: string, japanese: string, text: string) =>
    `      ${padEnd(say(english, japanese), 10)}${visible(text, 300)}`;
  const lines = [
    `${label}  ${paint.strong(visible(headline, 300))}${times}`,
    `      ${paint.faint(visible(`${finding.requirement} ${requirement?.level ?? ''}${say(': ', '：')}${statement}`, 300))}`,
    line('expected', '期待値', expected),
    line('observed', '実際の値', observed),
    line('where', '位置', `${where}${shownBy}`),
  ];
  if (remedy !== '') lines.push(line('to do', '対処方法', remedy));
  if (warned) lines.push(line('warning', '警告の理由', say(...warned)));
  if (finding.remark) lines.push(line('remark', '備考', say(...sentenceOf(finding.remark))));
  return lines.join('\n');
}

function remains({ remains: left }: Results, paint: Paint, say: Say): string {
  if (left.length === 0) return '';
  const lines = left.slice(0, TOLD).map(({ studyInstanceUid, sopInstanceUid, why }) => {
    const told = visible(say(...sentenceOf(why)), 200);
    return `  ${visible(sopInstanceUid ?? studyInstanceUid, 80)}  ${paint.faint(told)}`;
  });
  if (left.length > TOLD) lines.push(moreInResults(left.length - TOLD, say));
  return [say('Left on the server:', 'サーバーに残っているもの：'), ...lines].join('\n');
}
