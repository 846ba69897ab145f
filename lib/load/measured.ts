import type { ConnectionSettings } from '../connection/settings.ts';
import type { AnswerBodies, RenewedAuthorization } from '../load-engine/api.ts';
import type { SummaryMetric } from '../load-engine/metrics/summary-data.ts';

/** Upper bound and count of each bucket that is not empty, the lowest first. */
export type Buckets = readonly (readonly [upper: number, count: number])[];

/** What an engine measured: the embedded engine and k6 give the same. Durations in milliseconds. */
export interface Measured {
  readonly engine: { readonly name: string; readonly version: string };
  /** k6's exit code. */
  readonly exitCode: number;
  /** Why the exit code is not 0, in a sentence; null for 0. */
  readonly error: string | null;
  /** As in k6's summary; empty when the run never started. */
  readonly metrics: Readonly<Record<string, SummaryMetric>>;
  readonly checks: readonly { readonly name: string; readonly passes: number; readonly fails: number }[];
  readonly durationSeconds: number;
  /** Distribution of each trend, by metric. */
  readonly histograms: Readonly<Record<string, Buckets>>;
  readonly seconds: readonly SecondMeasured[];
}

/** The samples of one second. */
export interface SecondMeasured {
  readonly second: number;
  /** Sums of the counters, by metric. */
  readonly counts: Readonly<Record<string, number>>;
  /** Latency of all operations together. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly virtualUsers: number;
}

/** A second that has just passed, for the progress line. */
export interface Watched extends SecondMeasured {
  /** Share of the planned run that has passed, 0 to 1; null when that is not known. */
  readonly progress: number | null;
}

/** What an engine is given to run. */
export interface EngineRun {
  /** A CommonJS bundle. */
  readonly bundle: string;
  /** What the script sees as `__ENV`; holds the credentials, so it never goes onto a command line. */
  readonly environment: Readonly<Record<string, string>>;
  /** How the target is connected to; absent for a server of our own. */
  readonly connection?: ConnectionSettings;
  /** Bounds of the answers; k6 has none. */
  readonly bodies?: AnswerBodies;
  /** Renews the token in the environment; absent where it is not renewed, and k6 does not. */
  readonly authorization?: RenewedAuthorization;
  readonly signal: AbortSignal;
  readonly onSecond: (second: Watched) => void;
  /** A line that the script wrote on its console. */
  readonly onConsole: (line: string) => void;
  /** A warning or an error of the engine itself. */
  readonly onWarning: (text: string) => void;
}

/** Trend of the latency of all operations together. */
export const ALL_OPERATIONS = 'operation_duration';
