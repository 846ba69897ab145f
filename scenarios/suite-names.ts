/** Groups of scenarios that can be asked for. Apart from what they hold, which takes long to load. */
export const SUITE_NAMES = ['tutorial', 'duties', 'standard'] as const;
export type SuiteName = (typeof SUITE_NAMES)[number];
