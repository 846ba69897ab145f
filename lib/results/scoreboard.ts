import type { Breach } from '../breaches/breach.ts';
import { harmOf } from '../breaches/catalogue.ts';
import { HARMS } from '../breaches/harm.ts';
import type { RequirementRecord, Results } from './results.ts';
import { type Fact, factsThatDiffer } from './run-differences.ts';
import type { IncompleteReason, Verdict } from './verdict.ts';

/** Several servers side by side, requirement by requirement. It adds nothing up: a total would rank what cannot be ranked. */
export interface Scoreboard {
  readonly runs: readonly Results[];
  /** What harms most on any of them first. */
  readonly rows: readonly ScoreboardRow[];
  /** Facts by which the runs were judged and that are not the same in all: then cells of a row may not be comparable. */
  readonly differ: readonly (Fact | 'scenarios')[];
}

/** One requirement, and what became of it on each server, in the order of the runs. */
export interface ScoreboardRow {
  readonly requirement: RequirementRecord;
  readonly cells: readonly (ScoreboardCell | null)[];
  /** `breached`: on a server at least; `differs`: judged otherwise on some, none breached; `alike`: the same wherever the run has it. */
  readonly state: 'breached' | 'differs' | 'alike';
}

export interface ScoreboardCell {
  readonly verdict: Verdict;
  readonly reason?: IncompleteReason;
  /** What the server was seen doing wrong first; null where nothing was. */
  readonly breach: Breach | null;
}

/** How a server was judged, and no more: which server it was is what the columns are about. */
const HOW_JUDGED: readonly Fact[] = ['profile', 'edition', 'dataset', 'harness'];

/** Sets conformance runs side by side, in the order in which they are given. Pure. */
export function scoreboardOf(runs: readonly Results[]): Scoreboard {
  const records = runs.map(({ requirements }) => new Map(requirements.map((record) => [record.id, record])));
  const all = new Map(records.flatMap((each) => [...each]));
  const rows = [...all.values()].map((requirement): ScoreboardRow => {
    const cells = runs.map((results, index) => cellOf(results, records[index]?.get(requirement.id)));
    return { requirement, cells, state: stateOf(cells) };
  });
  const differ = factsThatDiffer(runs).filter((fact) => HOW_JUDGED.includes(fact));
  const played = new Set(runs.map(scenariosOf));
  const gravestFirst = rows.toSorted((left, right) => gravity(left) - gravity(right));
  return { runs, rows: gravestFirst, differ: played.size > 1 ? [...differ, 'scenarios'] : differ };
}

/** Failures before warnings, then by the gravest harm on any server: smaller comes first. */
function gravity({ cells }: ScoreboardRow): number {
  const breaches = cells.flatMap((cell) => (cell?.breach ? [cell.breach] : []));
  return Math.min(
    2 * HARMS.length,
    ...breaches.map((breach) => (breach.grade === 'warn' ? HARMS.length : 0) + HARMS.indexOf(harmOf(breach))),
  );
}

/** Ids of the scenarios that were not left out, in one text. */
function scenariosOf({ scenarios }: Results): string {
  const played = scenarios.filter(({ reason }) => reason !== 'excluded').map(({ id }) => id);
  return played.sort().join(' ');
}

function cellOf({ scenarios }: Results, record: RequirementRecord | undefined): ScoreboardCell | null {
  if (!record) return null;
  const { id, verdict, reason } = record;
  const breaches = scenarios
    .flatMap(({ findings }) => findings)
    .flatMap((finding) => (finding.requirement === id ? finding.breaches : []));
  const breach = breaches.find(({ grade }) => grade === verdict) ?? null;
  return { verdict, ...(reason ? { reason } : {}), breach };
}

function stateOf(cells: readonly (ScoreboardCell | null)[]): ScoreboardRow['state'] {
  if (cells.some((cell) => cell?.verdict === 'fail' || cell?.verdict === 'warn')) return 'breached';
  return new Set(cells.flatMap((cell) => cell?.verdict ?? [])).size > 1 ? 'differs' : 'alike';
}
