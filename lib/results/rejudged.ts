import type { RequirementRecord, Results } from './results.ts';
import { graver, type IncompleteReason, type Verdict } from './verdict.ts';

interface Side {
  readonly verdict: Verdict;
  readonly reason?: IncompleteReason;
}

/** A requirement that another version judges in another way on the same evidence. */
export interface Moved {
  readonly requirement: string;
  /** Null where that version did not judge it in these scenarios. */
  readonly before: Side | null;
  readonly after: Side | null;
  /** What the other version says, for people; empty where it says nothing. */
  readonly why: string;
}

export interface Rejudged {
  readonly moved: readonly Moved[];
  /** Requirements of which not all that was judged then can be judged by the evidence: what is asked was not recorded. */
  readonly unrecorded: readonly Moved[];
  /** Requirements that both versions judge, and in the same way. */
  readonly same: number;
}

/** Which verdicts of a run another version moves. Pure. */
export function rejudged(before: Results, after: Results): Rejudged {
  const ids = new Set([...before.requirements, ...after.requirements].map(({ id }) => id));
  const all = [...ids].map((id) => comparison(id, before, after));
  const differing = all.filter((one) => one.before?.verdict !== one.after?.verdict);
  const lacks = lacksEvidence(before, after);
  const isUnrecorded = ({ requirement, before: then, after: now }: Moved): boolean => {
    if (!lacks || then === null || then.verdict === 'incomplete') return false;
    if (now === null || now.verdict === 'incomplete') return true;
    // A graver verdict was seen. A milder one may be no more than what the judged part of the evidence shows.
    const isGraver = graver(then.verdict, now.verdict) === now.verdict;
    return !isGraver && judgedOf(requirement, after) < judgedOf(requirement, before);
  };
  return {
    moved: differing.filter((one) => !isUnrecorded(one)),
    unrecorded: differing.filter(isUnrecorded),
    same: all.length - differing.length,
  };
}

/**
 * Whether a scenario did not come to something now that it judged then. For want of one answer others are left without a
 * verdict as well, which build on it.
 */
function lacksEvidence(before: Results, after: Results): boolean {
  return after.scenarios.some(({ id, findings }) => {
    const then = before.scenarios.find((scenario) => scenario.id === id)?.findings ?? [];
    const judged = new Set(then.flatMap(({ requirement, verdict }) => (verdict === 'incomplete' ? [] : [requirement])));
    return findings.some(({ requirement, reason }) => reason === 'not-exercised' && judged.has(requirement));
  });
}

/** How many findings of a run judge a requirement. */
function judgedOf(id: string, { scenarios }: Results): number {
  const findings = scenarios.flatMap((scenario) => scenario.findings);
  return findings.filter(({ requirement, verdict }) => requirement === id && verdict !== 'incomplete').length;
}

function comparison(id: string, before: Results, after: Results): Moved {
  const [then, now] = [before, after].map(({ requirements }) => requirements.find((record) => record.id === id));
  const sideOf = (record: RequirementRecord | undefined): Side | null =>
    record ? { verdict: record.verdict, ...(record.reason ? { reason: record.reason } : {}) } : null;
  const telling = after.scenarios
    .flatMap(({ findings }) => findings)
    .find((finding) => finding.requirement === id && finding.verdict === now?.verdict);
  return { requirement: id, before: sideOf(then), after: sideOf(now), why: telling?.remark ?? telling?.claim ?? '' };
}
