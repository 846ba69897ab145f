import type { Results } from '../../lib/results/results.ts';
import { acceptedText } from '../accepted-words.ts';
import { type RegisterEntry, registerEntries } from '../register-entry.ts';
import { runReasons } from '../run-reasons.ts';
import { visible } from '../visible-text.ts';
import { HARM_WORDS } from '../words/harms.ts';
import { type CiProblem, ciProblems } from './problems.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Name by which locations are relative to the run folder. */
const RUN_FOLDER = 'RUN';

/**
 * The problems of a conformance run as SARIF 2.1.0 (OASIS): a result for each requirement that a problem breaches, a rule a
 * requirement. A result is an error where it makes the run end with 1. What else keeps the exit code from 0 is an error among
 * the notifications, so that no run that is not decided looks clean.
 */
function sarifOf(results: Results): object {
  const problems = ciProblems(results);
  const entries = registerEntries(results);
  const rules = [...new Set(problems.map(({ requirement }) => requirement))];
  const { harness } = results.run;
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: harness.name,
            version: harness.version,
            rules: rules.map((id) => ruleOf(id, entries.get(id))),
          },
        },
        invocations: [invocationOf(results)],
        automationDetails: { id: `dicomweb/${harness.edition}/` },
        originalUriBaseIds: { [RUN_FOLDER]: { description: { text: 'The folder of the run.' } } },
        results: problems.map((problem) => resultOf(problem, rules.indexOf(problem.requirement))),
        properties: { verdict: results.summary.verdict, sentence: visible(results.summary.sentence) },
      },
    ],
  };
}

/** The document as text, for `results.sarif`. */
export function sarifText(results: Results): string {
  return `${JSON.stringify(sarifOf(results), null, 1)}\n`;
}

function ruleOf(id: string, entry: RegisterEntry | undefined): object {
  if (!entry) return { id };
  return {
    id,
    shortDescription: { text: messageText(visible(entry.statement, 600)) },
    ...(entry.link ? { helpUri: entry.link } : {}),
    properties: { level: entry.level, clause: entry.clause, tags: [entry.service, entry.level] },
  };
}

function invocationOf(results: Results): object {
  const { run, summary } = results;
  const notes = results.kind === 'load' ? [] : reasonNotes(results);
  const partial = run.completeness === 'partial' ? [`partial run: ${run.why ?? 'cut short'}`] : [];
  return {
    executionSuccessful: partial.length === 0 && notes.every(({ level }) => level !== 'error'),
    exitCode: summary.exitCode,
    ...(summary.why ? { exitCodeDescription: messageText(visible(summary.why, 300)) } : {}),
    startTimeUtc: run.startedAt,
    endTimeUtc: run.finishedAt,
    toolExecutionNotifications: [...partial.map((text) => ({ level: 'error', text })), ...notes].map(
      ({ level, text }) => ({
        level,
        message: { text: messageText(visible(text, 300)) },
      }),
    ),
  };
}

/** What beside breaches decides about the run: an error where the exit code is not 0. */
function reasonNotes(results: Results): { readonly level: string; readonly text: string }[] {
  const level = results.summary.exitCode === 0 ? 'warning' : 'error';
  return runReasons(results).map(({ name, text }) => ({ level, text: `${name}: ${text}` }));
}

function resultOf(problem: CiProblem, ruleIndex: number): object {
  const { requirement, grade, gates, harm, headline, expected, observed, route, ticket, fingerprint, accepted } =
    problem;
  const text = `${headline} Expected: ${expected}. Observed: ${observed}. ${HARM_WORDS[harm][0]}.`;
  return {
    ruleId: requirement,
    ruleIndex,
    level: gates || (accepted && grade === 'fail') ? 'error' : 'warning',
    message: { text: messageText(text) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: ticket, uriBaseId: RUN_FOLDER },
          region: { startLine: 1 },
        },
        ...(route === null ? {} : { logicalLocations: [{ fullyQualifiedName: route, kind: 'resource' }] }),
      },
    ],
    partialFingerprints: { 'dicomwebHarness/v1': fingerprint },
    ...(accepted ? { suppressions: [{ kind: 'external', justification: visible(acceptedText(accepted)) }] } : {}),
    properties: { harm, verdict: grade, findings: problem.sightings },
  };
}

/** Plain text of a message: brackets would be a link and braces a placeholder (SARIF 2.1.0 section 3.11). */
function messageText(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, '$&$&');
}
