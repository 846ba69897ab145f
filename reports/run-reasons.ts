import type { Reason } from '../lib/results/outcome.ts';
import { outcomeIn } from '../lib/results/outcome-in.ts';
import type { Results } from '../lib/results/results.ts';
import { reasonInWords } from '../lib/results/summary.ts';

/** Something beside breaches that keeps a run from exit code 0, or would: one operation, or the run as a whole. */
export interface RunReason {
  /** Id of the scenario or the requirement; `run` where it is the run. */
  readonly name: string;
  readonly kind: Reason['kind'];
  readonly text: string;
}

/** All that decides about a conformance run and is no breach of a requirement, one by one, for formats that list. Pure. */
export function runReasons(results: Results): RunReason[] {
  const { gates, open } = outcomeIn(results);
  return [...gates, ...open].flatMap((reason): RunReason[] => {
    switch (reason.kind) {
      case 'breached':
      case 'warned':
        return [];
      case 'unmatched':
        return (results.unmatched ?? []).map(({ requirement, why }) => ({
          name: requirement,
          kind: reason.kind,
          text: `the entry of the baseline accepts nothing: ${why}`,
        }));
      case 'open':
        return reason.ids.map((id) => ({
          name: id,
          kind: reason.kind,
          text: `claimed and not judged: ${remarkOf(results, id)}`,
        }));
      case 'harness-failed':
      case 'unanswered':
        return reason.ids.map((id) => ({ name: id, kind: reason.kind, text: remarkOf(results, id) }));
      default:
        return [{ name: 'run', kind: reason.kind, text: reasonInWords(reason) }];
    }
  });
}

/** Why a scenario was not judged, or not in full. */
function remarkOf({ scenarios }: Results, scenario: string): string {
  const { findings = [], reason } = scenarios.find(({ id }) => id === scenario) ?? {};
  const found = findings.filter(({ verdict }) => verdict === 'incomplete');
  const why = found.find((finding) => finding.reason === reason) ?? found[0];
  return `${why?.reason ?? reason ?? 'not-exercised'}${why?.remark ? `, ${why.remark}` : ''}`;
}
