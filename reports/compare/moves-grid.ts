import type { Comparison } from '../../lib/results/compare.ts';
import type { Verdict } from '../../lib/results/verdict.ts';
import { GRAVEST_FIRST } from '../summary-table.ts';

/** A verdict, or what stands for a run that does not have the requirement, or the sum of a row or column. */
export type GridName = Verdict | 'absent' | 'all';

/** A table of how many requirements went from which verdict to which, with sums. */
interface MovesGrid {
  readonly head: readonly GridName[];
  readonly rows: readonly { readonly name: GridName; readonly cells: readonly number[] }[];
}

/** Verdicts before as rows, verdicts after as columns; states that neither run has are left out. Pure. */
export function movesGrid({ moves }: Comparison): MovesGrid {
  const states = [...GRAVEST_FIRST, null].filter((state) =>
    moves.some(({ before, after }) => before === state || after === state),
  );
  const count = (before?: Verdict | null, after?: Verdict | null) =>
    moves
      .filter((move) => before === undefined || move.before === before)
      .filter((move) => after === undefined || move.after === after)
      .reduce((sum, move) => sum + move.count, 0);
  const columns = [...states, undefined];
  const nameOf = (state: Verdict | null | undefined): GridName => (state === undefined ? 'all' : (state ?? 'absent'));
  return {
    head: columns.map(nameOf),
    rows: columns.map((before) => ({ name: nameOf(before), cells: columns.map((after) => count(before, after)) })),
  };
}
