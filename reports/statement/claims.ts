import type { CapabilityRecord, Results } from '../../lib/results/results.ts';
import type { ObservedTransaction } from './observe.ts';

/** A feature as the profile claims it and as the run saw it. */
interface ClaimRow extends CapabilityRecord {
  readonly difference: 'agrees' | 'claimed, not seen' | 'seen, not claimed' | 'not settled';
}

/** Which transactions show that a feature is there. */
const SHOWN_BY: Readonly<Record<string, (transaction: ObservedTransaction) => boolean>> = {
  store: ({ service }) => service === 'store',
  retrieve: ({ service, resource }) =>
    service === 'retrieve' && /\/\{\w+\}$/.test(resource) && !resource.includes('frames'),
  metadata: ({ resource }) => resource.endsWith('/metadata'),
  frames: ({ resource }) => resource.endsWith('/frames/{frames}'),
  rendered: ({ resource }) => resource.endsWith('/rendered'),
  bulkdata: ({ resource }) => resource.endsWith('/bulkdata'),
  search: ({ service }) => service === 'search',
  relationalSearch: ({ service, resource }) => service === 'search' && /^\/(series|instances)$/.test(resource),
  deleteStudy: ({ service, resource }) => service === 'delete' && resource.endsWith('{study}'),
  deleteSeries: ({ service, resource }) => service === 'delete' && resource.endsWith('{series}'),
  deleteInstance: ({ service, resource }) => service === 'delete' && resource.endsWith('{instance}'),
};

/** The claims of the profile beside what was observed, a row a feature. A probe that settled it is believed. */
export function claimRows({ target }: Results, transactions: readonly ObservedTransaction[]): ClaimRow[] {
  return target.capabilities.map((capability) => {
    const observed =
      capability.observed === 'unknown' ? seenInRun(capability.feature, transactions) : capability.observed;
    return { ...capability, observed, difference: differenceOf(capability.claimed, observed) };
  });
}

function seenInRun(feature: string, transactions: readonly ObservedTransaction[]): CapabilityRecord['observed'] {
  const shows = SHOWN_BY[feature];
  const tried = shows ? transactions.filter(shows) : [];
  if (tried.some(({ succeeded }) => succeeded)) return 'yes';
  return tried.length > 0 ? 'no' : 'unknown';
}

function differenceOf(
  claimed: CapabilityRecord['claimed'],
  observed: CapabilityRecord['observed'],
): ClaimRow['difference'] {
  if (observed === 'unknown' || claimed === 'unknown') return 'not settled';
  if (claimed === observed) return 'agrees';
  return claimed === 'yes' ? 'claimed, not seen' : 'seen, not claimed';
}
