import type { Breach } from '../breaches/breach.ts';
import { harmOf } from '../breaches/catalogue.ts';
import { HARMS } from '../breaches/harm.ts';
import { EXIT_CODES } from '../errors/exit-codes.ts';
import { wayIn, waysOf } from './fingerprint.ts';
import type { RequirementRecord, Results } from './results.ts';
import { type Caveat, differences, partialSides } from './run-differences.ts';
import type { IncompleteReason, Verdict } from './verdict.ts';

/** In the order in which a reader wants them. */
export const CHANGE_KINDS = ['broken', 'changed', 'new', 'gone', 'fixed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One requirement on which two runs differ. */
export interface Change {
  readonly requirement: string;
  readonly service: string;
  readonly level: string;
  readonly statement: string;
  readonly kind: ChangeKind;
  readonly before: Side | null;
  readonly after: Side | null;
  /**
   * True where the later run is worse, is breached in a way that the earlier was not, or no longer shows what the earlier
   * one showed.
   */
  readonly worse: boolean;
}

export interface Side {
  readonly verdict: Verdict;
  readonly reason?: IncompleteReason;
  /** What was breached first; in the later run, what the earlier had not seen. Null where nothing was breached. */
  readonly breach: Breach | null;
  /** What else the finding says, such as why it was not judged. */
  readonly remark: string;
}

/** Requirements that went from one verdict to another; null where a run does not have them. */
export interface Move {
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  readonly kind: ChangeKind | 'unchanged';
  readonly count: number;
}

export interface Comparison {
  readonly before: Results;
  readonly after: Results;
  /** What is worse first, by its harm. */
  readonly changes: readonly Change[];
  /** Requirements of either run, each counted once. */
  readonly total: number;
  /** Each of them in one move: the counts add up to `total`, to the verdicts of each run, and to the changes by kind. */
  readonly moves: readonly Move[];
  readonly unchanged: number;
  /** Differences between the runs that make a change of verdict no change of the server. */
  readonly caveats: readonly Caveat[];
  readonly sentence: string;
  readonly exitCode: number;
}

/** Reasons by which a duty that was met before is lost from sight; the other reasons are somebody's choice. */
const LOST_FROM_SIGHT: readonly (IncompleteReason | undefined)[] = [
  'prerequisite-failed',
  'not-exercised',
  'timed-out',
  'over-limit',
  'harness-error',
];

/**
 * Compares two conformance runs requirement by requirement. `fixed`: breached before and met now; `broken`: met or
 * milder before and breached now; `changed`: another verdict, or the same breach seen in another way. Pure.
 */
export function compareRuns(before: Results, after: Results): Comparison {
  const left = new Map(before.requirements.map((record) => [record.id, record]));
  const right = new Map(after.requirements.map((record) => [record.id, record]));
  const common = [...left.keys()].filter((id) => right.has(id));
  const ids = [...new Set([...left.keys(), ...right.keys()])];
  const changes = ids.flatMap((id) => changeOf(before, left.get(id), after, right.get(id)) ?? []);
  const kinds = new Map(changes.map(({ requirement, kind }) => [requirement, kind]));
  const moves = countedMoves(
    ids.map((id) => ({
      before: left.get(id)?.verdict ?? null,
      after: right.get(id)?.verdict ?? null,
      kind: kinds.get(id) ?? 'unchanged',
    })),
  );
  const ordered = changes.toSorted((left, right) => gravity(left) - gravity(right));
  const judged = common.some((id) => left.get(id)?.verdict !== 'incomplete' && right.get(id)?.verdict !== 'incomplete');
  const worse = ordered.filter((change) => change.worse).length;
  return {
    before,
    after,
    changes: ordered,
    total: ids.length,
    moves,
    unchanged: ids.length - changes.length,
    caveats: caveatsOf(before, after),
    sentence: sentenceOf(judged, worse, ordered),
    exitCode: worse > 0 ? EXIT_CODES.findings : judged ? EXIT_CODES.conformant : EXIT_CODES.notDecided,
  };
}

/** What is worse comes first, then the kinds in their order; within each by grade and harm: smaller comes first. */
function gravity({ worse, kind, before, after }: Change): number {
  const breach = after?.breach ?? before?.breach ?? null;
  const harm = breach ? (breach.grade === 'warn' ? HARMS.length : 0) + HARMS.indexOf(harmOf(breach)) : 2 * HARMS.length;
  return ((worse ? 0 : CHANGE_KINDS.length) + CHANGE_KINDS.indexOf(kind)) * (2 * HARMS.length + 1) + harm;
}

function changeOf(
  before: Results,
  left: RequirementRecord | undefined,
  after: Results,
  right: RequirementRecord | undefined,
): Change | null {
  const record = right ?? left;
  if (!record) return null;
  const kind = kindOf(before, left, after, right);
  if (kind === null) return null;
  const { id, service, level, statement } = record;
  return {
    requirement: id,
    service,
    level,
    statement,
    kind,
    before: left ? sideOf(before, left) : null,
    after: right ? sideOf(after, right, left && waysOf(before, left)) : null,
    worse: isWorse(kind, left, right) || isBreachedAnew(before, left, after, right),
  };
}

function kindOf(
  before: Results,
  left: RequirementRecord | undefined,
  after: Results,
  right: RequirementRecord | undefined,
): ChangeKind | null {
  if (!left) return 'new';
  if (!right) return 'gone';
  if (isBreach(left) && isMet(right)) return 'fixed';
  if (isBreach(right) && !isBreach(left) && left.verdict !== 'incomplete') return 'broken';
  if (left.verdict === 'warn' && right.verdict === 'fail') return 'broken';
  if (left.verdict !== right.verdict || left.reason !== right.reason) return 'changed';
  return isBreach(right) && waysOf(before, left).join('\n\n') !== waysOf(after, right).join('\n\n') ? 'changed' : null;
}

function isBreach({ verdict }: RequirementRecord): boolean {
  return verdict === 'fail' || verdict === 'warn';
}

function isMet({ verdict }: RequirementRecord): boolean {
  return verdict === 'pass' || verdict === 'info';
}

function isWorse(kind: ChangeKind, left: RequirementRecord | undefined, right: RequirementRecord | undefined): boolean {
  if (kind === 'broken') return true;
  if (kind === 'new') return right?.verdict === 'fail';
  if (kind !== 'changed' || !left || !right) return false;
  if (right.verdict === 'incomplete') return isMet(left) && LOST_FROM_SIGHT.includes(right.reason);
  return right.verdict === 'fail' && left.verdict === 'incomplete';
}

/** A known breach must not hide another one on the same duty. */
function isBreachedAnew(
  before: Results,
  left: RequirementRecord | undefined,
  after: Results,
  right: RequirementRecord | undefined,
): boolean {
  if (!left || !right || !isBreach(right) || left.verdict !== right.verdict) return false;
  const known = waysOf(before, left);
  return waysOf(after, right).some((way) => !known.includes(way));
}

function sideOf(results: Results, { id, verdict, reason }: RequirementRecord, known: readonly string[] = []): Side {
  const gravest = results.scenarios.flatMap(({ findings }) =>
    findings.filter((finding) => finding.requirement === id && finding.verdict === verdict),
  );
  const breaches = gravest.flatMap((finding) => finding.breaches);
  const anew = breaches.find((breach) => !known.includes(wayIn(results, breach)));
  return {
    verdict,
    ...(reason ? { reason } : {}),
    breach: anew ?? breaches[0] ?? null,
    remark: gravest[0]?.remark ?? '',
  };
}

function caveatsOf(before: Results, after: Results): Caveat[] {
  return [
    ...(before.run.id === after.run.id ? [{ kind: 'same-run' } as const] : []),
    ...differences([before], [after]),
    ...scenariosDiffer(before, after),
    ...partialSides([before], [after]),
  ];
}

/** Other suites ask for other duties: what is new or gone by that is no change of the server. */
function scenariosDiffer(before: Results, after: Results): Caveat[] {
  const played = ({ scenarios }: Results) =>
    scenarios.filter(({ reason }) => reason !== 'excluded').map(({ id }) => id);
  const [left, right] = [played(before), played(after)];
  const gone = left.filter((id) => !right.includes(id));
  const added = right.filter((id) => !left.includes(id));
  return gone.length + added.length === 0 ? [] : [{ kind: 'scenarios', before: gone, after: added }];
}

function countedMoves(single: readonly Omit<Move, 'count'>[]): Move[] {
  const moves = new Map<string, Move>();
  for (const { before, after, kind } of single) {
    const key = `${before} ${after} ${kind}`;
    moves.set(key, { before, after, kind, count: (moves.get(key)?.count ?? 0) + 1 });
  }
  return [...moves.values()];
}

function sentenceOf(judged: boolean, worse: number, changes: readonly Change[]): string {
  const counts = CHANGE_KINDS.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? `${count} ${kind}` : [];
  });
  if (!judged) return 'No requirement was judged in both runs.';
  if (changes.length === 0) return 'Nothing changed.';
  const anew = changes.some(({ worse, before, after }) => worse && before?.verdict === after?.verdict);
  const how = anew ? 'Worse, or breached in a new way,' : 'Worse';
  const verdict = worse > 0 ? `${how} in ${worse} requirement${worse === 1 ? '' : 's'}` : 'Nothing is worse';
  return `${verdict}: ${counts.join(', ')}.`;
}
