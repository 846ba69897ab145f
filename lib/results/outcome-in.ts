import { type Outcome, outcomeOf } from './outcome.ts';
import { requiredHere, unmetIn } from './required.ts';
import type { RequirementRecord, Results } from './results.ts';

/**
 * The outcome of a conformance run from its results: what each format tells of word and exit code rests on this, so that
 * no two can disagree. Pure.
 */
export function outcomeIn(results: Results): Outcome {
  const { run, summary, unmatched = [], scenarios, requirements } = results;
  return outcomeOf(scenarios, requirements, {
    failOn: summary.failOn ?? 'fail',
    cutShortBy: run.completeness === 'partial' ? summary.exitCode : null,
    unmatched: unmatched.length,
    unmet: unmetIn(results, requiredHere(results)),
  });
}

/** Whether a requirement makes its run end with exit code 1: it is breached, counts, and is not accepted. */
export function gatesRun({ verdict, baseline }: RequirementRecord, { summary, kind }: Results): boolean {
  const { failOn = 'fail' } = summary;
  if (baseline !== undefined || kind === 'load' || failOn === 'never') return false;
  return verdict === 'fail' || (verdict === 'warn' && failOn === 'warn');
}
