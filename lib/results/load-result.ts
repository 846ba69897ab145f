/** What a load run measured. Durations in milliseconds, sizes in bytes, rates per second. */
export interface LoadResult {
  /** `k6` or `embedded`, with the version that ran. */
  readonly engine: { readonly name: string; readonly version: string };
  readonly script: string;
  readonly shape: string;
  readonly model: 'open' | 'closed';
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly durationSeconds: number;
  readonly operations: readonly OperationLoad[];
  /** One entry a second from the start. */
  readonly series: readonly SecondLoad[];
  readonly thresholds: readonly ThresholdVerdict[];
  readonly checks: readonly { readonly name: string; readonly passes: number; readonly fails: number }[];
  readonly droppedIterations: number;
  /** Rates of the open model; absent in the closed one. */
  readonly arrivals?: Arrivals;
  readonly acknowledged: number;
  /** Acknowledged instances of which the run found out what became of them; absent where it did not look. */
  readonly verified?: number;
  /** SOP Instance UIDs that were acknowledged and not found again, or found changed. */
  readonly lost: readonly string[];
  readonly changed: readonly string[];
  readonly lostCount: number;
  readonly changedCount: number;
  readonly generator: GeneratorCeiling;
}

/** Iterations a second, averaged over the time in which the load is put on. */
export interface Arrivals {
  readonly askedPerSecond: number;
  /** Those that began and ended; one that was dropped never began. */
  readonly reachedPerSecond: number;
  readonly seconds: number;
}

export interface Percentiles {
  readonly count: number;
  readonly min: number;
  readonly avg: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export interface OperationLoad {
  readonly name: string;
  readonly requests: number;
  readonly instances: number;
  readonly bytes: number;
  readonly requestsPerSecond: number;
  readonly instancesPerSecond: number;
  readonly bytesPerSecond: number;
  /** Only complete, correct, non-empty answers enter these. Null when there was none. */
  readonly latency: Percentiles | null;
  readonly timeToFirstByte: Percentiles | null;
  readonly failures: Readonly<Record<string, number>>;
  readonly failed: number;
  /** Why one request of each kind failed, as the script saw it; absent for a kind of which no reason is known. */
  readonly failureExamples?: Readonly<Record<string, string>>;
  /** Upper bound in milliseconds and count of each bucket that is not empty; merges across generators. */
  readonly histogram: readonly (readonly [upperMs: number, count: number])[];
  /** The same of the time to first byte. */
  readonly firstByteHistogram?: readonly (readonly [upperMs: number, count: number])[];
}

export interface SecondLoad {
  readonly second: number;
  readonly requests: number;
  readonly instances: number;
  readonly bytes: number;
  readonly failed: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly virtualUsers: number;
  /** What of this second read back what was acknowledged; absent where nothing did. */
  readonly readBack?: Readonly<Record<'requests' | 'instances' | 'bytes' | 'failed', number>>;
}

export interface ThresholdVerdict {
  readonly metric: string;
  readonly expression: string;
  /** As k6 judges it: also on nothing. */
  readonly holds: boolean;
  /** Null where nothing was measured. */
  readonly actual: number | null;
}

/** What the generator itself could do against a sink that does nothing; near it, the result is `incomplete`. */
export interface GeneratorCeiling {
  readonly requestsPerSecond: number;
  readonly bytesPerSecond: number;
  readonly saturated: boolean;
  readonly why: string;
}
