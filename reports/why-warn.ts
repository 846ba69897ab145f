import type { Sighting } from '../lib/results/first-cause.ts';
import type { RegisterEntry } from './register-entry.ts';
import type { InBoth } from './words/language.ts';
import { disputedOf } from './words/requirement.ts';

/** Levels that a breach of is a `fail`, unless something speaks against it. */
const BINDING: readonly string[] = ['SHALL', 'derived', 'documented'];

/** Why a breach of a binding duty is graded `warn`; null where it is none or is graded `fail`. */
export function whyWarn({ breach }: Sighting, requirement: RegisterEntry | undefined): InBoth | null {
  return breach.grade === 'warn' && requirement ? whyOnlyWarned(requirement) : null;
}

/** Why a requirement that was breached has the verdict `warn`; null where its level is not binding. */
export function whyOnlyWarned({ id, level, disputed }: RegisterEntry): InBoth | null {
  if (!BINDING.includes(level)) return null;
  if (disputed !== null) return disputedOf(id, disputed);
  return [
    'This part of the duty is only recommended, or the standard contradicts itself about it: it does not fail.',
    'この点は推奨事項にとどまるか、規格本文に矛盾があるため、不適合とせず警告としています。',
  ];
}
