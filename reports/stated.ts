import type { Results, StatedRecord } from '../lib/results/results.ts';

/** What only the user can say of a run, and the flag that says it. */
export const STATED = {
  product: '--product',
  productVersion: '--product-version',
  environment: '--environment',
  tester: '--tester',
} as const satisfies Record<keyof StatedRecord, string>;

export const STATED_WORDS = Object.keys(STATED) as readonly (keyof typeof STATED)[];

/** Flags that would tell what is not given; none for a run that is shared, where it may have been left out. */
export function missingFlags({ target, leftOut }: Results): string[] {
  if (leftOut) return [];
  return STATED_WORDS.filter((word) => !target.stated?.[word]).map((word) => STATED[word]);
}
