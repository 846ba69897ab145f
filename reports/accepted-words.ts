import type { AcceptedRecord } from '../lib/results/results.ts';

/** Why a breach is accepted, then its ticket, its owner and its last day as far as they are given. */
export function acceptedText({ reason, ticket, owner, expires }: AcceptedRecord): string {
  return [reason, ticket, owner ? `owner ${owner}` : undefined, expires ? `until ${expires}` : undefined]
    .filter((part) => part !== undefined)
    .join(' · ');
}
