/** Pictures of the tutorial set small enough for tests that are not about pictures. */
export const SMALL = { rows: 16, columns: 16 } as const;
