/** What `runScript` of `run-script.ts` takes and gives. */
import type { ConnectionSettings } from '../connection/settings.ts';
import type { Summary } from './metrics/summary-data.ts';

/** One run of a script on the embedded engine. */
export interface ScriptRun {
  /** Path of one CommonJS file whose only imports are `k6` and `k6/*`. `open()` reads relative to its folder. */
  readonly bundle: string;
  /** What the script sees as `__ENV`. `K6_*` options in it count as k6's environment options do. */
  readonly env?: Readonly<Record<string, string>>;
  /** What k6 takes as flags; it wins over the script's own options. */
  readonly overrides?: OptionOverrides;
  /** Worker threads that share the virtual users. Default 1: one core. */
  readonly threads?: number;
  /** Called once a second with that second's samples, and once more for the rest at the end. */
  readonly onProgress?: (second: ProgressSecond) => void;
  /** The script's console and the engine's warnings. Default: nothing is printed. */
  readonly onLog?: (entry: LogEntry) => void;
  /** Proxies, authorities, client certificate and version of HTTP. `auto` speaks HTTP/1.1. Default: none of them. */
  readonly connection?: ConnectionSettings;
  /** What the bodies of answers may take of the memory. Default: 2 GiB each. */
  readonly bodies?: AnswerBodies;
  /** Renews the value of Authorization in the script's environment while the run goes on. Default: nothing does. */
  readonly authorization?: RenewedAuthorization;
  /** Ends the run as Ctrl-C does in k6: iterations are cut, teardown and handleSummary run, exit code 105. */
  readonly signal?: AbortSignal;
}

/** In bytes. */
export interface AnswerBodies {
  /** A longer body, encoded or decoded, is cut: the request failed. */
  readonly longest: number;
  /** Bodies that are on their way together, whatever is usual; the threads share it. */
  readonly together: number;
  /** A usual long body. Each virtual user may have one on its way, so that the load itself is not bounded. */
  readonly usual: number;
}

/** Values of the header field Authorization, which age. */
export interface RenewedAuthorization {
  /** What the script was given. It goes on sending this; the engine puts the value that holds in its place. */
  readonly initial: string;
  /** The value that holds now; asked twice a second. */
  current(): Promise<string>;
  /** Another value than one that was answered 401; null where there is none. */
  renewed(refused: string): Promise<string | null>;
}

/** k6's flags of the same names. A key that is absent leaves the script's own option as it is. */
export interface OptionOverrides {
  readonly vus?: number;
  readonly iterations?: number;
  /** `90s`, `1h2m`, or milliseconds. */
  readonly duration?: string | number;
  readonly stages?: readonly { readonly duration: string | number; readonly target: number }[];
  readonly scenarios?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly thresholds?: Readonly<Record<string, readonly ThresholdSource[]>>;
  /** Requests per second of the whole run, 0 for no limit. */
  readonly rps?: number;
  readonly tags?: Readonly<Record<string, string>>;
  readonly batch?: number;
  readonly batchPerHost?: number;
  readonly userAgent?: string;
  readonly insecureSkipTLSVerify?: boolean;
  readonly discardResponseBodies?: boolean;
  readonly summaryTrendStats?: readonly string[];
  readonly setupTimeout?: string | number;
  readonly teardownTimeout?: string | number;
  /** `1/4:1/2`, `25%:50%`, `0.25:0.5` or `1/4` for the first quarter. */
  readonly executionSegment?: string;
  /** `0,1/4,1/2,1`. */
  readonly executionSegmentSequence?: string;
  readonly noSetup?: boolean;
  readonly noTeardown?: boolean;
  readonly noThresholds?: boolean;
}

/** A threshold as a script writes it. */
export type ThresholdSource =
  | string
  | {
      readonly threshold: string;
      readonly abortOnFail?: boolean | undefined;
      readonly delayAbortEval?: string | number | undefined;
    };

/** Exit codes of a run: those of k6, with its meanings. */
export type EngineExitCode = 0 | 99 | 100 | 101 | 104 | 105 | 107 | 108 | 110 | 255;

export interface EngineResult {
  readonly engine: { readonly name: 'embedded'; readonly version: string };
  readonly exitCode: EngineExitCode;
  /** k6's default handleSummary data. Null when the run never started (a bad option, an error in the init code). */
  readonly summary: Summary | null;
  /**
   * Distribution of each trend, by metric or submetric name: upper bound and count of every bucket that is not empty,
   * in order. The buckets are the same in every run, so those of several generators can be added.
   */
  readonly histograms: Readonly<Record<string, readonly (readonly [upper: number, count: number])[]>>;
  /** What the script's handleSummary returned, by path; `stdout` and `stderr` are k6's special paths. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Why the exit code is not 0, in a sentence; absent for 0. */
  readonly error?: string;
  readonly iterations: { readonly completed: number; readonly interrupted: number };
}

export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warning' | 'error';
  readonly message: string;
}

/** The samples of one second. Second 0 starts when the first scenario starts. */
export interface ProgressSecond {
  readonly second: number;
  /** By metric or submetric name; only metrics that had samples in this second. */
  readonly metrics: Readonly<Record<string, SecondValues>>;
  /** Virtual users running an iteration at the end of the second. */
  readonly activeVirtualUsers: number;
  readonly completedIterations: number;
  /** Share of the planned run that has passed, 0 to 1. */
  readonly progress: number;
}

export type SecondValues =
  | { readonly type: 'counter'; readonly count: number }
  | { readonly type: 'gauge'; readonly value: number }
  | { readonly type: 'rate'; readonly passes: number; readonly fails: number }
  | {
      readonly type: 'trend';
      readonly count: number;
      readonly min: number;
      readonly avg: number;
      readonly max: number;
      readonly p50: number;
      readonly p95: number;
      readonly p99: number;
    };
