/** Spaces requests evenly, as the option `rps` asks. */
export class RateLimiter {
  private readonly spacingMs: number;
  private nextAt = 0;

  /** @param perSecond 0 for no limit */
  constructor(perSecond: number) {
    this.spacingMs = perSecond > 0 ? 1000 / perSecond : 0;
  }

  /** Milliseconds to wait before the next request; each call takes one place in the queue. */
  delay(): number {
    if (this.spacingMs === 0) return 0;
    const now = performance.now();
    const at = Math.max(now, this.nextAt);
    this.nextAt = at + this.spacingMs;
    return at - now;
  }
}
