import type { Results } from './results.ts';
import { type RunEnd, summarise } from './summary.ts';

/**
 * Ids that may not be left without a verdict in this run: what a shard leaves to others is asked of the merged run.
 */
export function requiredHere({ run, required = [], requirements }: Results): readonly string[] {
  if (!run.shard) return required;
  const elsewhere = new Set(requirements.flatMap(({ id, reason }) => (reason === 'excluded' ? [id] : [])));
  return required.filter((id) => !elsewhere.has(id));
}

/** Those of the required ids that were not judged. */
export function unmetIn({ requirements }: Pick<Results, 'requirements'>, required: readonly string[]): string[] {
  const judged = new Set(requirements.flatMap(({ id, verdict }) => (verdict === 'incomplete' ? [] : [id])));
  return required.filter((id) => !judged.has(id));
}

/** Results that are decided only where these requirements were judged. Pure. */
export function withRequired(results: Results, required: readonly string[], failOn: RunEnd['failOn']): Results {
  if (required.length === 0) return results;
  const demanding = { ...results, required };
  const cutShortBy = results.run.completeness === 'partial' ? results.summary.exitCode : null;
  const end = { failOn, cutShortBy, unmatched: 0, unmet: unmetIn(demanding, requiredHere(demanding)) };
  return { ...demanding, summary: summarise(results.scenarios, results.requirements, end) };
}
