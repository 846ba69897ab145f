import type { AcceptedRecord } from '../lib/results/results.ts';
import { type Language, speaking } from './words/language.ts';

/** Why a breach is accepted, then its ticket, its owner and its last day as far as they are given. */
export function acceptedText({ reason, ticket, owner, expires }: AcceptedRecord, language: Language = 'en'): string {
  const say = speaking(language);
  return [
    reason,
    ticket,
    owner ? say(`owner ${owner}`, `責任者 ${owner}`) : undefined,
    expires ? say(`until ${expires}`, `期限 ${expires}`) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
