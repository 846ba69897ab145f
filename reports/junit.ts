import { harmOf } from '../lib/breaches/catalogue.ts';
import type { Finding } from '../lib/results/finding.ts';
import { gatesRun } from '../lib/results/outcome-in.ts';
import type { RequirementRecord, Results } from '../lib/results/results.ts';
import { acceptedText } from './accepted-words.ts';
import { coverageParts } from './coverage-words.ts';
import { loadCases } from './junit-load.ts';
import { type Case, element, type Suite, suiteXml } from './junit-xml.ts';
import { runReasons } from './run-reasons.ts';
import { serverName } from './server-name.ts';
import { visible } from './visible-text.ts';
import { whereText } from './where.ts';
import { teller } from './words/tell.ts';

/**
 * JUnit XML: one test case a requirement, one suite a service. A breach that makes the run end with 1 is a failure; one that the
 * baseline accepts is skipped, and one that does not gate succeeds and says so in system-out, as `info` does. `incomplete` is
 * skipped with its reason. Each case carries its verdict as a property. What else keeps the exit code from 0 is an error of its
 * own: the document has a failure or an error wherever that code is not 0, and nowhere else.
 */
export function junitXml(results: Results): string {
  const findings = new Map<string, Finding[]>();
  for (const scenario of results.scenarios) {
    for (const finding of scenario.findings) {
      const list = findings.get(finding.requirement) ?? [];
      list.push(finding);
      findings.set(finding.requirement, list);
    }
  }
  const tell = teller(results);
  const secondsOf = caseSeconds(results);
  const records = results.requirements.filter((record) => results.kind === 'conformance' || isBreached(record));
  const services = [...new Set(records.map(({ service }) => service))];
  const suites: Suite[] = services.map((service) => {
    const cases = records
      .filter((record) => record.service === service)
      .map((record) => ({
        ...requirementCase(record, findings.get(record.id) ?? [], {
          tell,
          gates: results.kind === 'load' || gatesRun(record, results),
        }),
        seconds: secondsOf(record),
      }));
    return { name: service, seconds: cases.reduce((sum, { seconds }) => sum + seconds, 0), cases };
  });
  if (results.load)
    suites.push({
      name: 'load',
      seconds: results.load.durationSeconds,
      cases: loadCases(results, results.load),
    });
  const open = runCases(results);
  if (open.length > 0) suites.push({ name: 'operations', seconds: 0, cases: open });
  return suiteXml(`${results.kind} of ${serverName(results)}`, results.run.startedAt, suites, runProperties(results));
}

function isBreached({ verdict }: RequirementRecord): boolean {
  return verdict === 'fail' || verdict === 'warn';
}

/** What was tested, the verdict of the run, and where every row of the register stands. */
function runProperties({ summary, coverage, target, run }: Results): Case['properties'] {
  const parts = coverage ? coverageParts(coverage) : [];
  return [
    ['run', run.id],
    ['target', target.baseUrl],
    ['profile', target.profile.name],
    ['edition', run.harness.edition],
    ...Object.entries(target.stated ?? {}),
    ['verdict', summary.verdict],
    ['sentence', visible(summary.sentence)],
    ['exitCode', String(summary.exitCode)],
    ...(summary.why ? [['why', visible(summary.why)] as const] : []),
    ...parts.flatMap(({ kind, count, of }): [string, string][] => [
      [`requirements.${kind}`, String(count)],
      ...of.map(([name, each]): [string, string] => [`requirements.${kind}.${name}`, String(each)]),
    ]),
  ];
}

/** What beside breaches decides about the run, such as an operation that is claimed and was not judged. */
function runCases(results: Results): Case[] {
  const { scenarios, kind, summary } = results;
  if (kind === 'load' || summary.exitCode === 0) return [];
  return runReasons(results).map(({ name, kind: type, text }) => {
    const title = scenarios.find(({ id }) => id === name)?.title ?? '';
    const message = visible(text, 400);
    return {
      name: `${visible(name, 80)} ${visible(title, 200)}`.trim(),
      className: 'operations',
      properties: [['verdict', 'incomplete']],
      outcome: { kind: 'error', body: element('error', { type, message }) },
    };
  });
}

/** The time of each scenario, shared equally by the requirements that it has findings on: the cases add up to the run. */
function caseSeconds({ scenarios, requirements }: Results): (record: RequirementRecord) => number {
  const shares = new Map(
    scenarios.map(({ id, durationMs }) => {
      const sharers = requirements.filter((record) => record.scenarios.includes(id)).length;
      return [id, durationMs / 1_000 / Math.max(1, sharers)];
    }),
  );
  return (record) => record.scenarios.reduce((sum, id) => sum + (shares.get(id) ?? 0), 0);
}

type Tell = ReturnType<typeof teller>;

function requirementCase(
  record: RequirementRecord,
  findings: readonly Finding[],
  { tell, gates }: { readonly tell: Tell; readonly gates: boolean },
): Case {
  const { verdict } = record;
  const telling = findings.filter((finding) => finding.verdict === verdict);
  const detail = telling.map((finding) => findingText(finding, tell)).join('\n\n');
  const breach = telling.flatMap(({ breaches }) => breaches).find(({ grade }) => grade === verdict);
  const head = visible(breach ? tell(breach).english.headline : (telling[0]?.claim ?? record.statement), 300);
  return {
    name: `${record.id} ${visible(record.statement, 200)}`,
    className: `${record.service}.${record.level}`,
    properties: [
      ['verdict', verdict],
      ['level', record.level],
      ...(breach ? [['harm', harmOf(breach)] as const] : []),
      ['clause', record.clause],
      ['scenarios', record.scenarios.join(', ')],
      ...(record.repetitions ? [['repetitions', record.repetitions.join(' ')] as const] : []),
    ],
    outcome: outcome(record, { gates, harm: breach ? harmOf(breach) : 'none', head, detail }),
  };
}

interface Seen {
  readonly gates: boolean;
  readonly harm: string;
  readonly head: string;
  readonly detail: string;
}

function outcome(
  { verdict, reason, baseline }: RequirementRecord,
  { gates, harm, head, detail }: Seen,
): Case['outcome'] {
  if (baseline !== undefined) {
    const message = `accepted by the baseline: ${visible(acceptedText(baseline))}`;
    return { kind: 'skipped', body: element('skipped', { message }) };
  }
  if (verdict === 'incomplete') {
    const message = `${reason ?? 'not-exercised'}: ${head}`;
    return { kind: 'skipped', body: element('skipped', { message }, detail) };
  }
  if (gates && verdict !== 'pass' && verdict !== 'info')
    return { kind: 'failure', body: element('failure', { type: harm, message: head }, detail) };
  if (verdict === 'pass') return { kind: 'success', body: '' };
  return { kind: 'success', body: element('system-out', {}, `${verdict}: ${detail}`) };
}

function findingText(finding: Finding, tell: Tell): string {
  const breaches = finding.breaches.map((breach) => {
    const { headline, expected, observed, effect, remedy } = tell(breach).english;
    return [
      visible(headline),
      `  expected ${visible(expected)}`,
      `  observed ${visible(observed)}`,
      `  at ${whereText(breach.where)}`,
      ...(effect === '' ? [] : [`  why it matters: ${visible(effect)}`]),
      ...(remedy === '' ? [] : [`  what to do: ${visible(remedy)}`]),
    ].join('\n');
  });
  const more = finding.breachCount - finding.breaches.length;
  return [
    ...(breaches.length > 0 ? [] : [visible(finding.claim)]),
    ...breaches,
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(finding.remark ? [`  ${visible(finding.remark, 2_000)}`] : []),
    `  exchanges: ${visible(finding.exchanges.join(', '), 300) || 'none'}`,
  ].join('\n');
}
