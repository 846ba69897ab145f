import { EXIT_CODES } from '../errors/exit-codes.ts';
import { harnessFailures, operationsOf, unansweredIn } from './operations.ts';
import type { RequirementRecord, ScenarioRecord, Summary } from './results.ts';
import type { Verdict } from './verdict.ts';

/** Which verdicts end a run with exit code 1. */
export const FAIL_ON = ['fail', 'warn', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** How a run came to its end, and what was asked of it. */
export interface RunEnd {
  readonly failOn: FailOn;
  /** Exit code of what cut the run short; null when it came to its end. */
  readonly cutShortBy: number | null;
  /** Entries of the baseline that match nothing. Each of them fails the run, so that stale entries are removed. */
  readonly unmatched: number;
  /** Ids of requirements that had to be judged and were not. */
  readonly unmet?: readonly string[];
}

/** Why a run is not conformant or not decided, as facts: each format makes its own words of them. */
export type Reason =
  | { readonly kind: 'breached' | 'warned' | 'unmet'; readonly ids: readonly string[] }
  | { readonly kind: 'harness-failed' | 'unanswered'; readonly ids: readonly string[] }
  | { readonly kind: 'open'; readonly ids: readonly string[]; readonly of: number }
  | { readonly kind: 'unmatched' | 'nothing-judged'; readonly count: number }
  | { readonly kind: 'cut-short' | 'none-shown' };

/** What became of a conformance run: word, exit code, and what each rests on. */
export interface Outcome {
  readonly verdict: Exclude<Summary['verdict'], 'passed' | 'incomplete'>;
  readonly exitCode: number;
  /** What makes the run red: breaches that nobody accepts as far as they gate, then what an entry of the baseline leaves open. */
  readonly gates: readonly Reason[];
  /** Why nobody can say that the server conforms, though no breach was found; the first one decides. */
  readonly open: readonly Reason[];
  /** How many breaches and operations that were not judged the baseline accepts. */
  readonly accepted: number;
}

/**
 * The one place where verdicts become a word and an exit code. A breach decides, and so does that every operation that
 * the profile claims was judged or is accepted as not judged. The word says of the exit code what it is: 0 for conformant and
 * accepted, 1 for not conformant and failed, another one for not decided. Only `--fail-on never` parts them: it asks for 0
 * whatever the verdict is, unless the run itself failed. Pure.
 */
export function outcomeOf(
  scenarios: readonly ScenarioRecord[],
  requirements: readonly RequirementRecord[],
  { failOn, cutShortBy, unmatched, unmet = [] }: RunEnd,
): Outcome {
  const breached = openBreaches(requirements, 'fail');
  const warned = failOn === 'warn' ? openBreaches(requirements, 'warn') : [];
  const red: Reason[] = [
    ...(breached.length > 0 ? [{ kind: 'breached', ids: breached } as const] : []),
    ...(warned.length > 0 ? [{ kind: 'warned', ids: warned } as const] : []),
    ...(unmatched > 0 ? [{ kind: 'unmatched', count: unmatched } as const] : []),
  ];
  const gates = failOn === 'never' ? [] : red;
  const open = openReasons(scenarios, requirements, { cutShort: cutShortBy !== null, unmet });
  const accepted = [...requirements, ...scenarios].filter(({ baseline }) => baseline !== undefined).length;
  const verdict =
    breached.length > 0
      ? 'not-conformant'
      : gates.length > 0
        ? 'failed'
        : open.length > 0
          ? 'not-decided'
          : accepted > 0
            ? 'accepted'
            : 'conformant';
  return { verdict, exitCode: cutShortBy ?? exitCodeOf({ gates, open, failOn }), gates, open, accepted };
}

function openBreaches(requirements: readonly RequirementRecord[], grade: Verdict): string[] {
  return requirements.flatMap(({ id, verdict, baseline }) => (verdict === grade && !baseline ? [id] : []));
}

function exitCodeOf({ gates, open, failOn }: Pick<Outcome, 'gates' | 'open'> & Pick<RunEnd, 'failOn'>): number {
  if (gates.length > 0) return EXIT_CODES.findings;
  if (open.some(({ kind }) => kind === 'harness-failed')) return EXIT_CODES.harnessError;
  return open.length === 0 || failOn === 'never' ? EXIT_CODES.conformant : EXIT_CODES.notDecided;
}

function openReasons(
  scenarios: readonly ScenarioRecord[],
  requirements: readonly RequirementRecord[],
  { cutShort, unmet }: { readonly cutShort: boolean; readonly unmet: readonly string[] },
): Reason[] {
  const unjudged = requirements.filter(({ verdict }) => verdict === 'incomplete').length;
  const failed = idsOf(harnessFailures(scenarios));
  const unanswered = idsOf(unansweredIn(scenarios));
  const { open, judged } = operationsOf(scenarios);
  return [
    ...(unjudged === requirements.length ? [{ kind: 'nothing-judged', count: unjudged } as const] : []),
    ...(cutShort ? [{ kind: 'cut-short' } as const] : []),
    ...(failed.length > 0 ? [{ kind: 'harness-failed', ids: failed } as const] : []),
    ...(unanswered.length > 0 ? [{ kind: 'unanswered', ids: unanswered } as const] : []),
    ...(unmet.length > 0 ? [{ kind: 'unmet', ids: unmet } as const] : []),
    ...(open.length > 0 ? [{ kind: 'open', ids: idsOf(open), of: open.length + judged.length } as const] : []),
    // Without an operation that was shown to work or to fail, all that was judged is how a refusal looks.
    ...(judged.length === 0 && open.length === 0 ? [{ kind: 'none-shown' } as const] : []),
  ];
}

function idsOf(scenarios: readonly ScenarioRecord[]): string[] {
  return scenarios.map(({ id }) => id);
}
