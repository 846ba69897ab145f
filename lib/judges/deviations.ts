import type { Profile } from '../target/profile.ts';

/**
 * How the product documents that it departs from a requirement, or null. Judges let a documented departure excuse what
 * is left out; content that is wrong stays wrong under any profile.
 */
export function documentedDeviation(profile: Profile | undefined, requirement: string): string | null {
  return profile?.deviations.find((deviation) => deviation.requirement === requirement)?.documented ?? null;
}
