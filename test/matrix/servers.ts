import type { Dataset } from '../../fixtures/dataset.ts';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import type { Dialect } from '../../lib/reference-server/dialects/dialect.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { startNullServer } from '../../lib/reference-server/null/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import type { RequirementRecord, ScenarioRecord, Summary } from '../../lib/results/results.ts';
import { requirementRecords } from '../../lib/results/rollup.ts';
import { summarise } from '../../lib/results/summary.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { PLAYED } from '../support/played.ts';

export interface Judged {
  readonly scenarios: readonly ScenarioRecord[];
  readonly requirements: readonly RequirementRecord[];
}

interface Patience {
  /** Longest wait for the next byte. */
  readonly timeoutMs: number;
  readonly visibilityWindowMs: number;
  /** Name of the profile; the standard's where there is none. */
  readonly profile?: string;
  /** Features that the profile is made to deny. */
  readonly denied?: readonly string[];
}

/** Servers that are judged at once: some of them make their clients wait. */
export const AT_ONCE = 3;

/** With small pictures of an odd number of bytes: a run costs half a second. */
const TUTORIAL = tutorialDataset({ rows: 33, columns: 35 });

/** Plays scenarios against a base URL and judges it. */
export async function judgeServer(
  baseUrl: string,
  patience: Patience,
  { dataset = TUTORIAL, played = PLAYED }: { readonly dataset?: Dataset; readonly played?: readonly Scenario[] } = {},
): Promise<Judged> {
  const input = { target: baseUrl, embedded: true, timeoutMs: patience.timeoutMs };
  const target = resolveTarget(patience.profile ? { ...input, profile: patience.profile } : input, {});
  const denied = Object.fromEntries((patience.denied ?? []).map((feature) => [feature, 'no']));
  const features = { ...target.profile.features, ...denied };
  const profile = { ...target.profile, features, visibilityWindowMs: patience.visibilityWindowMs };
  const scenarios = await playInProcess(played, { ...target, profile }, dataset);
  return { scenarios, requirements: requirementRecords(scenarios, allRequirements()) };
}

export async function judgeOddServer(odd: string, played = PLAYED): Promise<Judged> {
  const server = await startReferenceServer({ odd });
  try {
    return await judgeServer(server.baseUrl, { timeoutMs: 20_000, visibilityWindowMs: 10_000 }, { played });
  } finally {
    await server.close();
  }
}

export async function judgeDialect(dialect: Dialect, played = PLAYED): Promise<Judged> {
  const { profile, denied } = dialect;
  const server = await startServer({ behaviours: dialect.behaviours() });
  try {
    const patience = { timeoutMs: 20_000, visibilityWindowMs: 5_000, profile, denied };
    return await judgeServer(server.baseUrl, patience, { played });
  } finally {
    await server.close();
  }
}

export async function judgeNullServer(id: string): Promise<Judged> {
  const server = await startNullServer(id);
  try {
    // One alone keeps its clients waiting. The others would be given up where the machine is busy.
    const timeoutMs = id === 'very-slow' ? 500 : 10_000;
    return await judgeServer(server.baseUrl, { timeoutMs, visibilityWindowMs: 200 });
  } finally {
    await server.close();
  }
}

/** The word for the run as a whole. */
export function runVerdict({ scenarios, requirements }: Judged): Summary['verdict'] {
  return summarise(scenarios, requirements, { failOn: 'fail', cutShortBy: null, unmatched: 0 }).verdict;
}

/** Ids of the requirements with that verdict. */
export function withVerdict({ requirements }: Judged, verdict: RequirementRecord['verdict']): string[] {
  return requirements.filter((record) => record.verdict === verdict).map(({ id }) => id);
}

/** Errors of the harness itself, which no server may cause. */
export function harnessErrors({ scenarios }: Judged): string[] {
  return scenarios.flatMap(({ id, findings }) =>
    findings.filter(({ reason }) => reason === 'harness-error').map(({ remark }) => `${id}: ${remark}`),
  );
}
