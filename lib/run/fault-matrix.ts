import type { Dataset } from '../../fixtures/dataset.ts';
import type { Requirement } from '../requirements/requirement.ts';
import type { RequirementRecord } from '../results/results.ts';
import { requirementRecords } from '../results/rollup.ts';
import type { Verdict } from '../results/verdict.ts';
import type { Target } from '../target/target.ts';
import { playInProcess } from './in-process.ts';
import type { Scenario } from './scenario.ts';

/** A server to judge: a clean one when `fault` is null. It is closed after the run. */
export type ServerFor = (fault: string | null) => Promise<{ target: Target; close(): Promise<void> }>;

export interface FaultRow {
  readonly fault: string;
  /** Requirements that are red with the fault and were not without it. */
  readonly killed: readonly { readonly requirement: string; readonly verdict: Verdict }[];
}

export interface FaultMatrix {
  readonly clean: readonly RequirementRecord[];
  readonly rows: readonly FaultRow[];
  /** Requirements that pass on the clean server and that no fault turns red. */
  readonly withoutKiller: readonly string[];
}

/** Plays the scenarios against the clean server and against each fault, and tells which requirement notices which. */
export async function faultMatrix(
  faults: readonly string[],
  serverFor: ServerFor,
  scenarios: readonly Scenario[],
  dataset: Dataset,
  register: readonly Requirement[],
  onRow: (row: FaultRow) => void = () => {},
): Promise<FaultMatrix> {
  const judge = async (fault: string | null): Promise<RequirementRecord[]> => {
    const server = await serverFor(fault);
    try {
      return requirementRecords(await playInProcess(scenarios, server.target, dataset), register);
    } finally {
      await server.close();
    }
  };
  const clean = await judge(null);
  const passing = new Set(clean.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id));
  const red = new Set(clean.filter(({ verdict }) => isRed(verdict)).map(({ id }) => id));
  const rows: FaultRow[] = [];
  for (const fault of faults) {
    const records = await judge(fault);
    const killed = records
      .filter(({ id, verdict }) => isRed(verdict) && !red.has(id))
      .map(({ id, verdict }) => ({ requirement: id, verdict }));
    const row = { fault, killed };
    rows.push(row);
    onRow(row);
  }
  const killedIds = new Set(rows.flatMap(({ killed }) => killed.map(({ requirement }) => requirement)));
  return { clean, rows, withoutKiller: [...passing].filter((id) => !killedIds.has(id)) };
}

function isRed(verdict: Verdict): boolean {
  return verdict === 'fail' || verdict === 'warn';
}
