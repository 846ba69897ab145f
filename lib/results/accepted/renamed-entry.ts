import type { BaselineEntry } from '../baseline.ts';
import { currentRequirement, type Renames } from './renames.ts';

/** An entry of a baseline under the name that its requirement has now. */
export function renamedEntry(entry: BaselineEntry, renames?: Renames): BaselineEntry {
  return entry.requirement === undefined
    ? entry
    : { ...entry, requirement: currentRequirement(entry.requirement, renames) };
}
