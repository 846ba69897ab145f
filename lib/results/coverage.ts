import type { Requirement } from '../requirements/requirement.ts';
import type { RequirementRecord } from './results.ts';
import { INCOMPLETE_REASONS, type IncompleteReason } from './verdict.ts';

/** Where each row of the register stands in a run, so that silence about a row is never taken for a verdict. */
export interface Coverage {
  /** Rows of the register. */
  readonly rows: number;
  readonly judged: number;
  /** Rows that this run set out to judge and did not, by reason. */
  readonly notJudged: Readonly<Partial<Record<IncompleteReason, number>>>;
  /** Rows that only suites outside this run judge, by suite; a row of several counts with the first. */
  readonly elsewhere: Readonly<Record<string, number>>;
  /** Rows that no suite judges: the register says of each why. */
  readonly nowhere: number;
}

/** Ids of the rows that each suite judges, by its name. */
export type SuiteCovers = Readonly<Record<string, readonly string[]>>;

/** Counts every row of the register once. Pure. */
export function coverageOf(
  records: readonly RequirementRecord[],
  register: readonly Requirement[],
  suites: SuiteCovers,
): Coverage {
  const played = new Map(records.map((record) => [record.id, record]));
  const notJudged = INCOMPLETE_REASONS.map(
    (reason) =>
      [reason, records.filter((record) => record.verdict === 'incomplete' && record.reason === reason).length] as const,
  );
  const others = register.filter(({ id }) => !played.has(id));
  const suiteOf = (id: string) => Object.keys(suites).find((name) => suites[name]?.includes(id));
  const elsewhere: Record<string, number> = {};
  for (const { id } of others) {
    const suite = suiteOf(id);
    if (suite !== undefined) elsewhere[suite] = (elsewhere[suite] ?? 0) + 1;
  }
  return {
    rows: register.length,
    judged: records.filter(({ verdict }) => verdict !== 'incomplete').length,
    notJudged: Object.fromEntries(notJudged.filter(([, count]) => count > 0)),
    elsewhere,
    nowhere: others.filter(({ id }) => suiteOf(id) === undefined).length,
  };
}
