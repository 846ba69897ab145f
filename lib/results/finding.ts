import type { Breach } from '../breaches/breach.ts';
import type { IncompleteReason, Verdict } from './verdict.ts';

/**
 * What a judge has to say about one requirement. `assertions` counts what was really compared; a finding with none
 * is `incomplete`, never `pass`.
 */
export interface Finding {
  readonly requirement: string;
  readonly verdict: Verdict;
  readonly reason?: IncompleteReason;
  /** The claim that was tested, as a full sentence part: `answers 200 when every instance was stored`. */
  readonly claim: string;
  readonly assertions: number;
  /** A bounded number of each kind; `breachCount` tells how many there were. */
  readonly breaches: readonly Breach[];
  readonly breachCount: number;
  /** For `info`, `warn` and `incomplete`: what was seen, which reading the server follows, why it was not judged. */
  readonly remark?: string;
  /** Ids of the exchanges that were looked at. */
  readonly exchanges: readonly string[];
}
