import { randomUUID } from 'node:crypto';
import { arch, platform } from 'node:os';
import { HARNESS } from '../harness.ts';
import type { ProbeReady } from '../probe/probe.ts';
import { allRequirements } from '../requirements/register.ts';
import type { LoadResult } from '../results/load-result.ts';
import {
  type PlanRecord,
  RESULTS_SCHEMA,
  type RemainsRecord,
  type Results,
  type TargetRecord,
} from '../results/results.ts';
import { requirementRecords } from '../results/rollup.ts';
import { targetRecord } from '../run/preflight.ts';
import type { Target } from '../target/target.ts';
import type { JudgedAnswers } from './judge-answers.ts';
import { type Ending, loadSummary } from './load-summary.ts';
import { observedUnderLoad } from './observed-features.ts';
import type { RunnerFacts } from './runner-files.ts';

interface LoadParts {
  readonly command: readonly string[];
  readonly startedAt: string;
  readonly target: Target;
  readonly seen: ProbeReady;
  readonly plan: PlanRecord;
  readonly load: LoadResult;
  readonly ending: Ending;
  readonly remains: readonly RemainsRecord[];
  readonly judged: JudgedAnswers;
}

const NONE: JudgedAnswers = { scenarios: [], exchanges: [] };

/** The results of one runner of a cluster, made from the files that it left. */
export function resultsOfRunner({ target, plan }: RunnerFacts, load: LoadResult): Results {
  const now = new Date().toISOString();
  return resultsFor(
    { command: [], startedAt: now, plan, load, ending: { kind: 'complete' }, remains: [], judged: NONE },
    target,
  );
}

/** The results of a load run, in the model that conformance runs use as well. */
export function loadResults(parts: LoadParts): Results {
  return resultsFor(parts, targetRecord(parts.target, parts.seen));
}

function resultsFor(parts: Omit<LoadParts, 'target' | 'seen'>, target: TargetRecord): Results {
  const { ending, load, judged } = parts;
  const why = ending.kind === 'complete' ? null : ending.kind === 'interrupted' ? 'interrupted' : ending.why;
  return {
    schema: RESULTS_SCHEMA,
    kind: 'load',
    run: {
      id: randomUUID(),
      harness: { ...HARNESS, node: process.version, platform: `${platform()} ${arch()}` },
      command: parts.command,
      startedAt: parts.startedAt,
      finishedAt: new Date().toISOString(),
      completeness: why === null ? 'complete' : 'partial',
      ...(why === null ? {} : { why }),
    },
    target: { ...target, capabilities: observedUnderLoad(target.capabilities, load) },
    plan: parts.plan,
    scenarios: judged.scenarios,
    exchanges: judged.exchanges,
    requirements: requirementRecords(judged.scenarios, allRequirements()),
    summary: loadSummary(load, ending, judged.scenarios),
    remains: parts.remains,
    load,
  };
}
