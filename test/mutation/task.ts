import type { Programs } from './bundle.ts';

/** What a worker starts with. */
export interface WorkerData {
  readonly programs: Programs;
  /** Packages are looked up from here. */
  readonly base: string;
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
      readonly mutant: string;
      /** How often the mutant may be passed before the run is taken for an endless loop. */
      readonly hitLimit: number;
      readonly selections: readonly Selection[];
    };

/** Hits by mutant: while the file was loaded, and in each of its tests. */
export interface Coverage {
  readonly loading: Readonly<Record<string, number>>;
  readonly tests: readonly Readonly<Record<string, number>>[];
}

export type Reply =
  | { readonly kind: 'covered'; readonly coverage: Coverage; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly test: string; readonly message: string }
  | { readonly kind: 'survived' };
