import { type Breach, breach } from '../../lib/breaches/breach.ts';
import type { ByteWindow } from '../../lib/breaches/place.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { coverageOf } from '../../lib/results/coverage.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ExchangeRecord, RequirementRecord, Results, ScenarioRecord } from '../../lib/results/results.ts';
import { requirementRecords } from '../../lib/results/rollup.ts';
import { summarise } from '../../lib/results/summary.ts';

export const STARTED = '2026-03-02T09:00:00.000Z';
const FINISHED = '2026-03-02T09:00:04.250Z';

/** An exchange with a JSON answer; the parts that a test cares about are overridden. */
export function exchange(id: string, changes: Partial<ExchangeRecord> = {}): ExchangeRecord {
  const url = 'http://127.0.0.1:8042/dicom-web/studies/1.2.3/metadata';
  return {
    id,
    operation: 'retrieve study metadata',
    request: { method: 'GET', url, headers: [['Accept', 'application/dicom+json']], body: null },
    response: {
      httpVersion: '1.1',
      status: 200,
      reason: 'OK',
      headers: [
        ['Content-Type', 'application/dicom+json'],
        ['Server', 'ExampleArchive/4.2'],
      ],
      body: {
        length: 2_048,
        sha256: 'a'.repeat(64),
        file: null,
        excerpt: '[{"00080018":{"vr":"UI","Value":["1.2.3.4"]}}]',
      },
    },
    failure: null,
    timings: { startedAt: STARTED, sent: 0.4, firstByte: 3.2, end: 4.1 },
    curl: `curl -sS -H 'Accept: application/dicom+json' '${url}'`,
    ...changes,
  };
}

/** A finding; a `fail` or `warn` gets the violation given. */
export function finding(requirement: string, verdict: Finding['verdict'], changes: Partial<Finding> = {}): Finding {
  const breached = verdict === 'fail' || verdict === 'warn';
  return {
    requirement,
    verdict,
    ...(verdict === 'incomplete' ? { reason: 'not-exercised' as const, remark: 'there was nothing to judge' } : {}),
    claim: `keeps to ${requirement}`,
    assertions: verdict === 'incomplete' ? 0 : 3,
    breaches: breached ? [{ ...violation(), grade: verdict }] : [],
    breachCount: breached ? 1 : 0,
    exchanges: [],
    ...changes,
  };
}

interface Violated {
  readonly claim?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly where?: Breach['where'];
  readonly exchange?: string;
  readonly bytes?: ByteWindow;
}

/** A breach with any expected and actual value. `claim` stands for the attribute, which tells one defect from another. */
export function violation(changes: Violated = {}): Breach {
  const { claim = 'is so', expected = 'application/dicom+json', actual = 'text/html', exchange = null } = changes;
  const { where = { kind: 'header', name: 'Content-Type' }, bytes } = changes;
  return { ...breach('value-differs', where, { tag: claim, expected, actual }, bytes), grade: 'fail', exchange };
}

export function scenario(
  id: string,
  findings: readonly Finding[],
  changes: Partial<ScenarioRecord> = {},
): ScenarioRecord {
  return {
    id,
    title: `scenario ${id}`,
    service: 'retrieve',
    covers: [...new Set(findings.map(({ requirement }) => requirement))],
    startedAt: STARTED,
    claimed: 'yes',
    durationMs: 120,
    verdict: 'pass',
    findings,
    pictures: [],
    ...changes,
  };
}

/** What the suites of these results judge; most of the register is judged by none. */
const SUITES = { tutorial: ['WADO-RS-030', 'JSON-001'], duties: ['QIDO-060', 'QIDO-062', 'QIDO-044'] };

/** Results over these scenarios, rolled up as a real run is. */
export function resultsOf(
  scenarios: readonly ScenarioRecord[],
  exchanges: readonly ExchangeRecord[] = [],
  changes: Partial<Results> = {},
): Results {
  const requirements: readonly RequirementRecord[] = requirementRecords(scenarios, allRequirements());
  return {
    schema: 'dicomweb-harness/results/2',
    kind: 'conformance',
    run: {
      id: '20260302-090000-abcd',
      harness: {
        name: 'dicomweb-harness',
        version: '0.1.0',
        edition: '2024e',
        node: 'v20.20.0',
        platform: 'linux x64',
      },
      command: ['conformance', '--target', 'http://127.0.0.1:8042/dicom-web'],
      startedAt: STARTED,
      finishedAt: FINISHED,
      completeness: 'complete',
    },
    target: {
      baseUrl: 'http://127.0.0.1:8042/dicom-web',
      names: ['ExampleArchive/4.2'],
      embedded: false,
      profile: { name: 'standard', title: 'DICOM PS3.18' },
      authentication: 'none',
      capabilities: [{ feature: 'deleteStudy', claimed: 'no', observed: 'unknown', evidence: 'the profile says so' }],
    },
    plan: { dataset: 'tutorial', instances: 3, bytes: 8_700_000, studies: ['1.2.3'], stays: null },
    scenarios,
    exchanges,
    requirements,
    summary: summarise(scenarios, requirements, { failOn: 'fail', cutShortBy: null, unmatched: 0 }),
    coverage: coverageOf(requirements, allRequirements(), SUITES),
    remains: [],
    ...changes,
  };
}
