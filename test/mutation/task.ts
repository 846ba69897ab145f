import type { Programs } from './bundle.ts';

/** What a worker starts with. */
export interface WorkerData {
  readonly programs: Programs;
  /** Packages are looked up from here. */
  readonly base: string;
  /** How many there are. */
  readonly mutants: number;
}

/** Tests of one file, by position in the file; without `tests`, all of them. */
export interface Selection {
  readonly file: number;
  readonly tests?: readonly number[];
}

/** A dry run without a mutant, or one mutant that lives while the selections run, one after the other. */
export type Task =
  | { readonly kind: 'dry-run'; readonly file: number }
  | {
      readonly kind: 'mutant';
      readonly mutant: number;
      /** How often the mutant may be passed before the run is taken for an endless loop. */
      readonly hitLimit: number;
      readonly selections: readonly Selection[];
    };

/** How often each mutant was passed: while the file was loaded, and in each of its tests. */
export interface Coverage {
  readonly loading: Readonly<Record<number, number>>;
  readonly tests: readonly Readonly<Record<number, number>>[];
}

export type Reply =
  | { readonly kind: 'covered'; readonly coverage: Coverage; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly test: string; readonly message: string }
  | { readonly kind: 'survived' };
