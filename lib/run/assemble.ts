import { arch, platform } from 'node:os';
import { HARNESS } from '../harness.ts';
import { allRequirements } from '../requirements/register.ts';
import { coverageOf, type SuiteCovers } from '../results/coverage.ts';
import type { FailOn } from '../results/outcome.ts';
import type { CapabilityRecord, PlanRecord, RemainsRecord, Results, ScenarioRecord } from '../results/results.ts';
import { RESULTS_SCHEMA } from '../results/results.ts';
import { requirementRecords } from '../results/rollup.ts';
import { summarise } from '../results/summary.ts';
import type { Profile } from '../target/profile.ts';
import type { CutShort } from './cut-short.ts';
import type { JournalEntry } from './journal.ts';
import { isWriting, type Scenario } from './scenario.ts';
import type { RunSetup } from './setup.ts';
import { unplayed } from './unplayed.ts';

interface AssembleParts {
  readonly setup: RunSetup;
  readonly plan: PlanRecord;
  readonly entries: readonly JournalEntry[];
  readonly scenarios: readonly Scenario[];
  /** What the profile claims. */
  readonly features: Profile['features'];
  /** What the suites judge, those outside this run included. */
  readonly suites: SuiteCovers;
  readonly remains: readonly RemainsRecord[];
  readonly failOn: FailOn;
  /** Why the run was cut short, and the exit code that says so; null when it came to its end. */
  readonly cutShort: CutShort | null;
}

/** Makes the results of a run from its journal. A scenario that was not played stands there as not judged. */
export function assemble(parts: AssembleParts): Results {
  const { setup, entries, cutShort } = parts;
  const played = new Map(
    entries.flatMap((entry) => (entry.kind === 'scenario' ? [[entry.record.id, entry.record] as const] : [])),
  );
  const { why = 'the scenario was not played', reason = 'harness-error' } = cutShort ?? {};
  const scenarios = parts.scenarios.map((scenario) => {
    // One that was played only because others build on it was not asked for, so it is not judged.
    if (!setup.scenarios.includes(scenario.id))
      return unplayed(scenario, parts.features, 'excluded', 'not selected for this run');
    if (parts.plan.isReadOnly && isWriting(scenario))
      return unplayed(
        scenario,
        parts.features,
        'excluded',
        'left out by --read-only: it sends more than GET, HEAD and OPTIONS',
      );
    return played.get(scenario.id) ?? unplayed(scenario, parts.features, reason, why);
  });
  const requirements = requirementRecords(scenarios, allRequirements());
  const summary = summarise(scenarios, requirements, {
    failOn: parts.failOn,
    cutShortBy: cutShort?.exitCode ?? null,
    unmatched: 0,
  });
  return {
    schema: RESULTS_SCHEMA,
    kind: 'conformance',
    run: {
      id: setup.id,
      harness: { ...HARNESS, node: process.version, platform: `${platform()} ${arch()}` },
      command: setup.command,
      startedAt: setup.startedAt,
      finishedAt: new Date().toISOString(),
      completeness: cutShort === null ? 'complete' : 'partial',
      ...(cutShort === null ? {} : { why: cutShort.why }),
    },
    target: { ...setup.record, capabilities: observed(setup.record.capabilities, parts.scenarios, scenarios) },
    plan: parts.plan,
    scenarios,
    exchanges: entries.flatMap((entry) => (entry.kind === 'exchange' ? [entry.record] : [])),
    requirements,
    summary,
    coverage: coverageOf(requirements, allRequirements(), parts.suites),
    remains: parts.remains,
  };
}

/** What the run itself showed of each feature outweighs what the probe could tell beforehand. */
function observed(
  capabilities: readonly CapabilityRecord[],
  scenarios: readonly Scenario[],
  records: readonly ScenarioRecord[],
): CapabilityRecord[] {
  return capabilities.map((capability) => {
    const exercising = records.filter(({ id }) =>
      scenarios.some((scenario) => scenario.id === id && scenario.features.some((name) => name === capability.feature)),
    );
    const shown = exercising.filter(({ verdict }) => verdict === 'pass' || verdict === 'warn').map(({ id }) => id);
    if (shown.length > 0) return { ...capability, observed: 'yes', evidence: `seen to work in ${shown.join(', ')}` };
    const denied = exercising.filter(({ reason }) => reason === 'not-claimed').map(({ id }) => id);
    return denied.length > 0
      ? { ...capability, observed: 'no', evidence: `not offered in ${denied.join(', ')}` }
      : capability;
  });
}
