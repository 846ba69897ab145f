import type { RunEnd } from './outcome.ts';
import type { RequirementRecord, Results } from './results.ts';
import { summarise } from './summary.ts';

/**
 * What may not be left without a verdict in this run: what a shard leaves to others is asked of the merged run.
 */
export function requiredHere({ run, required = [], requirements }: Results): readonly string[] {
  if (!run.shard) return required;
  return required.filter((name) => {
    const named = requirements.filter(({ id, service }) => id === name || service === name);
    return named.length === 0 || named.some(({ reason }) => reason !== 'excluded');
  });
}

/**
 * Ids of what is required, by id or by service, and was not judged. A requirement that is named has to be judged. Of a
 * service one may be left for which the server gave no occasion, such as a warning that it never had to give, but not all.
 */
export function unmetIn({ requirements }: Pick<Results, 'requirements'>, required: readonly string[]): string[] {
  return [
    ...new Set(
      required.flatMap((name) => {
        const ofService = requirements.filter(({ service }) => service === name);
        if (ofService.length > 0) return unmetOf(ofService, name);
        return requirements.some(({ id, verdict, baseline }) => id === name && (verdict !== 'incomplete' || baseline))
          ? []
          : [name];
      }),
    ),
  ];
}

function unmetOf(records: readonly RequirementRecord[], service: string): string[] {
  if (records.every(({ verdict }) => verdict === 'incomplete')) return [service];
  const open = records.filter(({ verdict, baseline }) => verdict === 'incomplete' && !baseline);
  return open.filter(({ reason }) => reason !== 'not-exercised' && reason !== 'excluded').map(({ id }) => id);
}

/** Results that are decided only where these requirements and services were judged. Pure. */
export function withRequired(results: Results, required: readonly string[], failOn: RunEnd['failOn']): Results {
  if (required.length === 0) return results;
  const demanding = { ...results, required };
  const cutShortBy = results.run.completeness === 'partial' ? results.summary.exitCode : null;
  const end = { failOn, cutShortBy, unmatched: 0, unmet: unmetIn(demanding, requiredHere(demanding)) };
  return { ...demanding, summary: summarise(results.scenarios, results.requirements, end) };
}
