import { BOUNDS } from '../bounds.ts';

/** After a wait in vain the same is waited for this share of the time. */
const SHARE = 10;

/**
 * How long a run waits for a store that a sick server never shows: each store would be waited for again. The first wait
 * for something is whole. After one in vain the same is waited for a tenth, and such waits together are bounded. Who was
 * given less time than the profile grants tells no loss: a judge asks how long was waited, never what was expected.
 */
export interface Waits {
  /** Until when `what` is waited for now (of `Date.now()`), where it is due at `deadline`. */
  until(what: string, deadline: number): number;
  /** Takes note of a wait since `start` that ended without what it was for. */
  inVain(what: string, start: number): void;
  /** For how many windows of the profile a loss is waited for: `longest`, or one in a run that has told a loss already. */
  windowsForLoss(longest: number): number;
  /** Takes note of a loss that was told after a whole wait: the server needs no long look to be believed again. */
  lossTold(): void;
}

/** Waits for which `left` milliseconds are left beside the first of each kind; infinitely many make every wait whole. */
export function createWaits(left: number = BOUNDS.waitedInVain.limit): Waits {
  const vain = new Set<string>();
  let spent = 0;
  let isLossTold = false;
  return {
    until(what, deadline) {
      if (!vain.has(what) || left === Number.POSITIVE_INFINITY) return deadline;
      const now = Date.now();
      const again = Math.min((deadline - now) / SHARE, Math.max(0, left - spent));
      return Math.min(deadline, now + again);
    },
    inVain(what, start) {
      if (vain.has(what)) spent += Math.max(0, Date.now() - start);
      vain.add(what);
    },
    windowsForLoss: (longest) => (isLossTold && left !== Number.POSITIVE_INFINITY ? 1 : longest),
    lossTold() {
      isLossTold = true;
    },
  };
}
