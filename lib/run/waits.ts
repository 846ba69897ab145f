import { BOUNDS } from '../bounds.ts';

/** After a wait in vain the same is waited for this share of the time. */
const SHARE = 10;
/** Kept of the time that all waits in vain have, in milliseconds, for what was not waited for before. */
const FOR_OTHERS = 10_000;

/**
 * How long a run waits for what a server may show later than it answers. A sick server shows it never, and each
 * scenario would wait for it again: what was waited for once in vain is waited for a tenth, and all waits in vain
 * together are bounded. After that an answer counts as it comes.
 */
export interface Waits {
  /**
   * Until when `what` is waited for now (of `Date.now()`), where it is due at `deadline`. A first wait is never shorter
   * than `least` milliseconds.
   */
  until(what: string, deadline: number, least: number): number;
  /** Takes note of a wait since `start` that ended without what it was for. */
  inVain(what: string, start: number): void;
  /** Whether a wait was made shorter since the last call. */
  wereShortened(): boolean;
}

export function createWaits(): Waits {
  const vain = new Set<string>();
  let spent = 0;
  let isShortened = false;
  return {
    until(what, deadline, least) {
      const now = Date.now();
      const full = Math.max(0, deadline - now);
      const left = Math.max(0, BOUNDS.waitedInVain.limit - spent);
      // Half of what is left at once, so that something is left for whatever else has to be waited for.
      const again = Math.min(full / SHARE, Math.max(0, left - FOR_OTHERS));
      const longest = vain.has(what) ? again : Math.max(Math.min(full, least), left / 2);
      if (longest >= full) return deadline;
      isShortened = true;
      return now + longest;
    },
    inVain(what, start) {
      vain.add(what);
      spent += Math.max(0, Date.now() - start);
    },
    wereShortened() {
      const were = isShortened;
      isShortened = false;
      return were;
    },
  };
}
