import type { Breach } from '../../breaches/breach.ts';
import type { Finding } from '../../results/finding.ts';

/**
 * A finding without the breaches that something else explains; `why` says what, and null of a breach that stays. Where
 * none stays, nothing was judged.
 */
export function withoutBreaches(finding: Finding, why: (breach: Breach) => string | null): Finding {
  const left = finding.breaches.filter((breach) => why(breach) === null);
  const [reason] = finding.breaches.flatMap((breach) => why(breach) ?? []);
  if (reason === undefined) return finding;
  const remark = [finding.remark, reason].filter(Boolean).join('; ');
  const { reason: _, ...rest } = finding;
  if (left.length === 0)
    return { ...rest, verdict: 'incomplete', reason: 'prerequisite-failed', breaches: [], breachCount: 0, remark };
  const verdict = left.some(({ grade }) => grade === 'fail') ? 'fail' : 'warn';
  const breachCount = finding.breachCount - (finding.breaches.length - left.length);
  return { ...rest, verdict, breaches: left, breachCount, remark };
}
