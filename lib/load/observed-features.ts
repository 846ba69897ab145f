import { READ_BACK } from '../results/load-parts.ts';
import type { LoadResult } from '../results/load-result.ts';
import type { CapabilityRecord } from '../results/results.ts';

/** Operations of the load scripts that show a feature by their success. */
const SHOWN_BY: Readonly<Record<string, readonly string[]>> = {
  store: ['store'],
  retrieve: ['retrieve_study', 'retrieve_series', 'retrieve_instance', READ_BACK],
  metadata: ['retrieve_metadata'],
  frames: ['retrieve_frame'],
  search: ['search_studies', 'search_series', 'search_instances'],
  deleteStudy: ['delete_study'],
  deleteInstance: ['delete_instance'],
};

/** Features with what the load itself showed of them, which outweighs what the probe could tell beforehand. Pure. */
export function observedUnderLoad(
  capabilities: readonly CapabilityRecord[],
  { operations }: Pick<LoadResult, 'operations'>,
): CapabilityRecord[] {
  return capabilities.map((capability) => {
    const shown = operations.filter(
      ({ name, requests, failed }) => SHOWN_BY[capability.feature]?.includes(name) && requests > failed,
    );
    if (shown.length === 0) return capability;
    const evidence = shown
      .map(({ name, requests, failed }) => `${requests - failed} of ${requests} ${name.replaceAll('_', ' ')}`)
      .join(', ');
    return { ...capability, observed: 'yes', evidence: `under load succeeded: ${evidence}` };
  });
}
