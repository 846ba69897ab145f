/**
 * Pauses, in visibility windows, before an acknowledged instance that did not come is asked for again: under load a
 * target may be behind. One that did not come after the last is lost.
 */
export const PAUSES = [1, 4] as const;
