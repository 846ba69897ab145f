import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dataset } from '../../fixtures/dataset.ts';
import type { Breach } from '../breaches/breach.ts';
import type { Requirement } from '../requirements/requirement.ts';
import { type CauseFacts, causesOf } from '../results/first-cause.ts';
import type { RequirementRecord } from '../results/results.ts';
import { requirementRecords } from '../results/rollup.ts';
import type { Verdict } from '../results/verdict.ts';
import type { Target } from '../target/target.ts';
import { playWithExchanges } from './in-process.ts';
import type { Scenario } from './scenario.ts';

/** A server to judge: a clean one when `fault` is null. It is closed after the run. */
type ServerFor = (fault: string | null) => Promise<{ target: Target; close(): Promise<void> }>;

export interface FaultRow {
  readonly fault: string;
  /** Requirements that are red with the fault and were not without it. */
  readonly killed: readonly { readonly requirement: string; readonly verdict: Verdict }[];
  /** What leads each cause in the report, in its order: the first is to name the fault, and to be the only one. */
  readonly causes: readonly Breach[];
}

export interface FaultMatrix {
  readonly clean: readonly RequirementRecord[];
  readonly rows: readonly FaultRow[];
  /** Requirements that pass on the clean server and that no fault turns red. */
  readonly withoutKiller: readonly string[];
}

/** Servers that are judged at once: much of the time of each goes by in waiting for what its fault withholds. */
const AT_ONCE = 6;

/** The scenarios that are played on a server with this fault; every one for null. */
type ScenariosFor = (fault: string | null) => readonly Scenario[];

/** What was seen on one server, null being the one without a fault. */
export interface PlayedFault extends CauseFacts {
  readonly fault: string | null;
  readonly target: Target;
  /** Folder that holds the evidence until what is told of it is done; null where none was kept. */
  readonly folder: string | null;
}

/** What goes on while the matrix is played. */
export interface MatrixEvents {
  readonly onRow?: (row: FaultRow) => void;
  /** Told of each server that was played. */
  readonly onPlayed?: (played: PlayedFault) => Promise<void>;
  /** Whether the evidence of a server is kept until that was told: writing it takes a fifth of the time. None by default. */
  readonly keepsEvidence?: (fault: string | null) => boolean;
}

/** Plays scenarios against the clean server and against each fault, and tells which requirement notices which. */
export async function faultMatrix(
  faults: readonly string[],
  serverFor: ServerFor,
  scenariosFor: ScenariosFor,
  dataset: Dataset,
  register: readonly Requirement[],
  { onRow = () => {}, onPlayed, keepsEvidence = () => false }: MatrixEvents = {},
): Promise<FaultMatrix> {
  const judge = async (fault: string | null): Promise<Judged> => {
    const { target, close } = await serverFor(fault);
    const folder = keepsEvidence(fault) ? mkdtempSync(join(tmpdir(), 'dicomweb-harness-matrix-')) : null;
    try {
      const keep = folder === null ? {} : { keepIn: folder };
      const { scenarios, exchanges } = await playWithExchanges(scenariosFor(fault), target, dataset, keep);
      await onPlayed?.({ fault, scenarios, exchanges, target, folder });
      const { baseUrl, roots } = target;
      const causes = causesOf({ scenarios, exchanges, target: { baseUrl, roots } });
      return { records: requirementRecords(scenarios, register), causes: causes.map(({ lead }) => lead.breach) };
    } finally {
      await close();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    }
  };
  const { records: clean } = await judge(null);
  const passing = new Set(clean.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id));
  const red = new Set(clean.filter(({ verdict }) => isRed(verdict)).map(({ id }) => id));
  const rows: FaultRow[] = [];
  const queue = [...faults.entries()];
  const playNext = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [place, fault] = next;
      const { records, causes } = await judge(fault);
      const killed = records
        .filter(({ id, verdict }) => isRed(verdict) && !red.has(id))
        .map(({ id, verdict }) => ({ requirement: id, verdict }));
      rows[place] = { fault, killed, causes };
      onRow({ fault, killed, causes });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, playNext));
  const killedIds = new Set(rows.flatMap(({ killed }) => killed.map(({ requirement }) => requirement)));
  return { clean, rows, withoutKiller: [...passing].filter((id) => !killedIds.has(id)) };
}

interface Judged {
  readonly records: readonly RequirementRecord[];
  readonly causes: readonly Breach[];
}

function isRed(verdict: Verdict): boolean {
  return verdict === 'fail' || verdict === 'warn';
}
