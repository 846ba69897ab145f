import { randomUUID } from 'node:crypto';
import { arch, platform } from 'node:os';
import { HARNESS } from '../harness.ts';
import type { LoadResult } from '../results/load-result.ts';
import {
  type PlanRecord,
  RESULTS_SCHEMA,
  type RemainsRecord,
  type Results,
  type TargetRecord,
} from '../results/results.ts';
import { targetRecord } from '../run/preflight.ts';
import type { ProbeReady } from '../target/probe.ts';
import type { Target } from '../target/target.ts';
import type { RunnerFacts } from './runner-files.ts';
import { type Ending, loadSummary } from './verdict.ts';

export interface LoadParts {
  readonly command: readonly string[];
  readonly startedAt: string;
  readonly target: Target;
  readonly seen: ProbeReady;
  readonly plan: PlanRecord;
  readonly load: LoadResult;
  readonly ending: Ending;
  readonly remains: readonly RemainsRecord[];
}

/** The results of one runner of a spread-out run, from what it left. */
export function resultsOfRunner({ target, plan }: RunnerFacts, load: LoadResult): Results {
  const now = new Date().toISOString();
  return hub({ command: [], startedAt: now, plan, load, ending: { kind: 'complete' }, remains: [] }, target);
}

/** The results of a load run, in the same file as those of a conformance run. */
export function loadResults(parts: LoadParts): Results {
  return hub(parts, targetRecord(parts.target, parts.seen));
}

function hub(parts: Omit<LoadParts, 'target' | 'seen'>, target: TargetRecord): Results {
  const { ending, load } = parts;
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
    target,
    plan: parts.plan,
    scenarios: [],
    exchanges: [],
    requirements: [],
    summary: loadSummary(load, ending),
    remains: parts.remains,
    load,
  };
}
