import type { Finding } from './finding.ts';
import { flakyIn } from './join/flaky.ts';
import { operationsOf } from './operations.ts';
import { type FailOn, type Outcome, outcomeOf, type Reason, type RunEnd } from './outcome.ts';
import type { RequirementRecord, ScenarioRecord, Summary } from './results.ts';
import { VERDICTS, type Verdict } from './verdict.ts';

/** The verdict of a conformance run with its counts and its sentence. Every report prints this, none counts again. Pure. */
export function summarise(
  scenarios: readonly ScenarioRecord[],
  requirements: readonly RequirementRecord[],
  end: RunEnd,
): Summary {
  const total = tally(requirements);
  const outcome = outcomeOf(scenarios, requirements, end);
  const levels = [...new Set(requirements.map(({ level }) => level))];
  return {
    verdict: outcome.verdict,
    sentence: [
      ...verdictSentences(outcome, scenarios, total),
      ...obstacleSentences(scenarios, requirements),
      ...flakySentences(requirements),
      ...baselineSentences(outcome, end),
    ].join(' '),
    counts: Object.fromEntries(
      levels.map((level) => [level, tally(requirements.filter((record) => record.level === level))]),
    ),
    findings: tally(scenarios.flatMap(({ findings }) => findings)),
    exitCode: outcome.exitCode,
    why: whyOf(outcome, end.failOn),
    failOn: end.failOn,
  };
}

function tally(judged: readonly { readonly verdict: Verdict }[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of judged) counts[verdict]++;
  return counts;
}

/** Ids named in a sentence; the reports list all. */
const NAMED = 5;

function listed(ids: readonly string[]): string {
  return `${ids.slice(0, NAMED).join(', ')}${ids.length > NAMED ? ` and ${ids.length - NAMED} more` : ''}`;
}

/** Why the exit code is what it is, for the last line of a run. */
function whyOf({ gates, open, verdict, exitCode }: Outcome, failOn: FailOn): string {
  const cut = open.find(({ kind }) => kind === 'cut-short');
  const [reason] = cut && exitCode > 1 ? [cut] : [...gates, ...open];
  if (failOn === 'never' && exitCode === 0 && verdict !== 'conformant' && verdict !== 'accepted')
    return `--fail-on never, and the verdict is ${verdict.replace('-', ' ')}`;
  if (reason) return reasonInWords(reason);
  return verdict === 'accepted'
    ? 'the baseline accepts all that was found or not judged'
    : 'no breach was found in what was tested';
}

/** A reason in words, without a full stop. */
export function reasonInWords(reason: Reason): string {
  switch (reason.kind) {
    case 'breached':
      return `${plural(reason.ids.length, 'requirement')} ${were(reason.ids.length)} breached: ${listed(reason.ids)}`;
    case 'warned':
      return `${plural(reason.ids.length, 'warning')}, and --fail-on warn: ${listed(reason.ids)}`;
    case 'unmatched':
      return `the baseline has ${reason.count === 1 ? '1 entry that accepts' : `${reason.count} entries that accept`} nothing`;
    case 'nothing-judged':
      return 'not one requirement could be judged';
    case 'cut-short':
      return 'the run was cut short';
    case 'harness-failed':
      return `the harness itself failed in ${listed(reason.ids)}`;
    case 'unanswered':
      return `requests were left unanswered in ${listed(reason.ids)}`;
    case 'unmet':
      return `required and not judged: ${listed(reason.ids)}`;
    case 'open':
      return `${reason.ids.length} of ${plural(reason.of, 'operation')} ${were(reason.ids.length)} not judged: ${listed(reason.ids)}`;
    case 'none-shown':
      return 'no operation was shown to work or to fail';
  }
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}

function verdictSentences(
  { verdict, gates, open }: Outcome,
  scenarios: readonly ScenarioRecord[],
  total: Record<Verdict, number>,
): string[] {
  const judged = total.pass + total.info + total.warn + total.fail;
  const warned = total.warn > 0 ? `, with ${plural(total.warn, 'warning')}` : '';
  const unjudged = total.incomplete > 0 ? [`${plural(total.incomplete, 'requirement')} could not be judged.`] : [];
  const breached = `${plural(total.fail, 'requirement')} of ${judged} judged ${were(total.fail)} breached${total.fail > 0 ? '' : warned}`;
  const found = total.fail > 0 ? breached : `no breach was found in ${plural(judged, 'requirement')} judged${warned}`;
  const [why] = open.map(reasonInWords);
  switch (verdict) {
    case 'conformant':
      return [`Conformant in what was tested${selectionOf(scenarios)}: ${found}.`, ...unjudged];
    case 'accepted':
      return [`Accepted by the baseline${selectionOf(scenarios)}: ${found}.`, ...unjudged];
    case 'not-conformant':
      return [`Not conformant: ${breached}.`, ...(why === undefined ? [] : [`${capital(why)}.`]), ...unjudged];
    case 'failed':
      return [
        `Failed: ${gates.map(reasonInWords).join('; ')}.`,
        ...(why === undefined ? [] : [`${capital(why)}.`]),
        `${capital(found)}.`,
        ...unjudged,
      ];
    case 'not-decided':
      if (judged === 0) return [`Not decided: ${why}, of ${total.incomplete}.`];
      return [`Not decided: ${why}.`, `${capital(found)}.`, ...unjudged];
  }
}

/** A selection is not the whole, so the word is said of the selection. */
function selectionOf(scenarios: readonly ScenarioRecord[]): string {
  const { excluded } = operationsOf(scenarios);
  const selected = scenarios.length - excluded.length;
  return excluded.length === 0 ? '' : `, ${selected} of ${plural(scenarios.length, 'operation')}`;
}

/** What stood in the way of most of what could not be judged: a person has to mend that first. */
function obstacleSentences(
  scenarios: readonly ScenarioRecord[],
  requirements: readonly RequirementRecord[],
): readonly string[] {
  const unjudged = new Set(requirements.flatMap(({ id, verdict }) => (verdict === 'incomplete' ? [id] : [])));
  const hindered = new Map<string, Set<string>>();
  const findings: readonly Finding[] = scenarios.flatMap((scenario) => scenario.findings);
  for (const { requirement, reason, remark } of findings) {
    if (reason !== 'prerequisite-failed' || remark === undefined || !unjudged.has(requirement)) continue;
    hindered.set(remark, (hindered.get(remark) ?? new Set()).add(requirement));
  }
  const [first] = [...hindered].sort(([, left], [, right]) => right.size - left.size);
  return first && 2 * first[1].size > unjudged.size ? [`What stood in the way: ${first[0]}.`] : [];
}

/** What does not end the same way each time is said even where the rest decides. */
function flakySentences(requirements: readonly RequirementRecord[]): string[] {
  const flaky = flakyIn(requirements);
  if (flaky.length === 0) return [];
  return [
    `${plural(flaky.length, 'requirement')} did not end the same way each time: ${listed(flaky.map(({ id }) => id))}.`,
  ];
}

function baselineSentences({ accepted, verdict }: Outcome, { unmatched }: RunEnd): string[] {
  const isTold = verdict === 'failed';
  return [
    ...(accepted > 0
      ? [`The baseline accepts ${plural(accepted, 'requirement or operation', 'requirements and operations')}.`]
      : []),
    ...(unmatched > 0 && !isTold ? [`${capital(reasonInWords({ kind: 'unmatched', count: unmatched }))}.`] : []),
  ];
}

function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
