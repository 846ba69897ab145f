/** What instrumented code asks: whether this mutant is the living one, and where to count what it passes. */
export interface MutantSwitch {
  /** The living mutant; -1 for none. */
  readonly active: number;
  /** True; throws where the living mutant is passed so often that it must be in an endless loop. */
  hit(): boolean;
  /** How often each mutant was passed; null when nobody wants to know. */
  readonly hits: Uint32Array | null;
}

/** A switch for a dry run: no mutant lives. */
export function countingSwitch(mutants: number): MutantSwitch & { readonly hits: Uint32Array } {
  return { active: -1, hit: () => false, hits: new Uint32Array(mutants) };
}

/** A switch with one living mutant, which may be passed `hitLimit` times. */
export function livingSwitch(mutant: number, hitLimit: number): MutantSwitch {
  let passed = 0;
  return {
    active: mutant,
    hit() {
      if (++passed > hitLimit) throw new Error(`Mutant ${mutant} was passed ${passed} times`);
      return true;
    },
    hits: null,
  };
}
