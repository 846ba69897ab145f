import type { Requirement } from '../requirements/requirement.ts';
import type { Coverage, RequirementRecord } from './results.ts';
import { INCOMPLETE_REASONS } from './verdict.ts';

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
