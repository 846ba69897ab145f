import { causesOf } from '../../lib/results/first-cause.ts';
import type { Results } from '../../lib/results/results.ts';
import { plainSentence, verdictWord } from '../../reports/verdict-words.ts';
import { HARM_WORDS } from '../../reports/words/harms.ts';
import { tellerIn } from '../../reports/words/tell.ts';
import type { Defect } from './kit/defect.ts';
import type { Played } from './play.ts';

/** One problem as the reports show it. */
export interface ToldProblem {
  readonly title: string;
  readonly verdict: string;
  readonly harm: string;
  readonly expected: string;
  readonly observed: string;
  readonly effect: string;
  readonly remedy: string;
  readonly requirement: string;
  /** Titles of the breaches beside it that the reports put under the same problem. */
  readonly beside: readonly string[];
}

/** What the harness tells of one defect. */
export interface Told {
  readonly id: string;
  readonly seconds: number;
  /** Answers that differ from those of a server without the defect, of how many. */
  readonly different: number;
  readonly answers: number;
  readonly word: string;
  readonly sentence: string;
  readonly problems: readonly ToldProblem[];
  readonly harnessErrors: readonly string[];
}

export function toldOf({ id }: Pick<Defect, 'id'>, { results, error, effects, seconds }: Played): Told {
  const base = { id, seconds: Math.round(seconds * 10) / 10, different: effects.different, answers: effects.answers };
  if (results === null)
    return { ...base, word: 'no results', sentence: error ?? '', problems: [], harnessErrors: [error ?? ''] };
  return {
    ...base,
    word: verdictWord(results)[0],
    sentence: plainSentence(results, causesOf(results))?.[0] ?? results.summary.sentence,
    problems: problemsOf(results),
    harnessErrors: results.scenarios.flatMap(({ id: scenario, findings }) =>
      findings.filter(({ reason }) => reason === 'harness-error').map(({ remark }) => `${scenario}: ${remark}`),
    ),
  };
}

function problemsOf(results: Results): ToldProblem[] {
  const tell = tellerIn('en', results);
  return causesOf(results).map(({ lead, sightings, harm }) => {
    const { headline, expected, observed, effect, remedy } = tell(lead.breach);
    const beside = [...new Set(sightings.slice(1).map(({ breach }) => tell(breach).headline))];
    return {
      title: headline,
      verdict: lead.breach.grade,
      harm: HARM_WORDS[harm][0],
      ...{ expected, observed, effect, remedy },
      requirement: lead.finding.requirement,
      beside: beside.filter((title) => title !== headline),
    };
  });
}

const OF_BESIDE = 6;

/** The truth, and below it what the harness tells, for a person to compare. */
export function printed(defect: Defect, told: Told): string {
  const { truth, what, operations, title, advice, beside } = defect;
  const lines = [
    `### ${defect.id}  (${told.seconds} s, ${told.different} of ${told.answers} answers differ)`,
    `TRUTH    ${what}`,
    `         harm: ${truth.map((one) => (one === 'legal' ? 'legal, has to stay green' : HARM_WORDS[one][0])).join(' or ')}; operations: ${operations.join(', ')}`,
    `         a title names: ${title}`,
    `         advice: ${advice}`,
  ];
  if (beside) {
    lines.push(
      `  BESIDE ${beside.what}`,
      `         harm: ${beside.truth.join(' or ')}; a title names: ${beside.title}`,
    );
    lines.push(`         advice: ${beside.advice}`);
  }
  lines.push(`TOLD     ${told.word}: ${told.sentence}`, `         ${told.problems.length} problems`);
  for (const [index, problem] of told.problems.entries()) {
    lines.push(
      `  ${index + 1}. [${problem.verdict}] ${problem.title}`,
      `     ${problem.harm} · ${problem.requirement}`,
      `     expected: ${problem.expected}`,
      `     observed: ${problem.observed}`,
      `     why:      ${problem.effect}`,
      `     to do:    ${problem.remedy}`,
      ...problem.beside.slice(0, OF_BESIDE).map((text) => `     beside:   ${text}`),
      ...(problem.beside.length > OF_BESIDE ? [`     beside:   … ${problem.beside.length - OF_BESIDE} more`] : []),
    );
  }
  for (const error of told.harnessErrors) lines.push(`  HARNESS ERROR ${error}`);
  return lines.join('\n');
}
