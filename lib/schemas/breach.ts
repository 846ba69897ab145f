/**
 * What a part of a schema demands in the words of the register. Schemas carry it as the annotation `breach`, so that a
 * violation of the schema is a violation of a requirement and not merely of a keyword.
 */
export interface Breach {
  readonly requirement: string;
  /** `must`: a violation is a failure. `should`: a warning. */
  readonly as: 'must' | 'should';
  /** What would be right: `a JSON string`. */
  readonly expected: string;
}

export const must = (requirement: string, expected: string): { readonly breach: Breach } => ({
  breach: { requirement, as: 'must', expected },
});

export const should = (requirement: string, expected: string): { readonly breach: Breach } => ({
  breach: { requirement, as: 'should', expected },
});
