import type { Results } from '../results.ts';

/** So many days ahead it is said that an entry of the baseline ends. */
export const DAYS_AHEAD = 30;

/** An accepted breach that gates again before long. */
export interface Expiring {
  readonly requirement: string;
  /** Last day on which it is accepted. */
  readonly expires: string;
  /** Days that are left, 0 on the last one. */
  readonly days: number;
  /** Who answers for accepting it; null where nobody is named. */
  readonly owner: string | null;
}

/** Accepted breaches whose entry ends within thirty days of the run, the next one first. */
export function expiringIn({ requirements, run }: Results): Expiring[] {
  const day = Date.parse(run.startedAt.slice(0, 10));
  return requirements
    .flatMap(({ id, baseline }) => {
      if (baseline?.expires === undefined) return [];
      const days = Math.round((Date.parse(baseline.expires) - day) / 86_400_000);
      if (!(days <= DAYS_AHEAD)) return [];
      return { requirement: id, expires: baseline.expires, days, owner: baseline.owner ?? null };
    })
    .sort((left, right) => left.days - right.days);
}
