import type { ConnectionSettings } from '../connection/settings.ts';
import type { AnswerBodies, LogEntry } from './api.ts';
import type { CheckCount } from './metrics/checks.ts';
import type { MetricDefinition } from './metrics/registry.ts';
import type { SinkData } from './metrics/sinks.ts';
import type { RunOptions } from './options/run-options.ts';
import type { AbortRequest } from './thread-state.ts';

/** What the coordinator asks of a thread. Each is answered once, in order. */
export type ThreadRequest =
  | { readonly kind: 'load'; readonly bundle: string; readonly env: Readonly<Record<string, string>> }
  | {
      readonly kind: 'prepare';
      readonly options: RunOptions;
      readonly visibleOptions: Readonly<Record<string, unknown>>;
      readonly threadIndex: number;
      readonly threads: number;
      /** Metrics with tags that thresholds judge. */
      readonly submetrics: readonly string[];
      readonly connection: ConnectionSettings;
      readonly bodies: AnswerBodies | null;
      /** Value of Authorization in the environment of the script, where it is renewed; else null. */
      readonly authorization: string | null;
    }
  | { readonly kind: 'setup' }
  | {
      readonly kind: 'run';
      readonly setupData: string | undefined;
      /** Time at which the test began, in milliseconds since 1970. */
      readonly startedAt: number;
    }
  | { readonly kind: 'teardown'; readonly setupData: string | undefined }
  | { readonly kind: 'summarize'; readonly summary: unknown };

/** Answers of a thread, by the kind of request. */
export interface ThreadAnswers {
  readonly load: {
    readonly options: unknown;
    readonly functions: readonly string[];
    readonly metrics: readonly MetricDefinition[];
  };
  readonly prepare: { readonly virtualUsers: number };
  readonly setup: { readonly data: string | undefined; readonly report: ThreadReport };
  readonly run: { readonly report: ThreadReport };
  readonly teardown: { readonly report: ThreadReport };
  readonly summarize: { readonly files: Readonly<Record<string, string | Uint8Array>> | null };
}

/** Why a thread could not do what it was asked. */
export interface ThreadProblem {
  readonly kind: 'threw' | 'timed-out' | 'interrupted' | 'missing';
  readonly message: string;
}

/** What a thread measured since its last report. */
export interface ThreadReport {
  readonly samples: Readonly<Record<string, SinkData>>;
  readonly checks: readonly CheckCount[];
  readonly virtualUsersActive: number;
  readonly virtualUsersInitialized: number;
  readonly iterationsCompleted: number;
  readonly iterationsInterrupted: number;
  /** 0 to 1. */
  readonly progress: number;
  /** Whether `exec.test.fail()` was called. */
  readonly failed: boolean;
}

/** What the coordinator sends. */
export type ToThread =
  | { readonly request: ThreadRequest }
  /** A value of Authorization in place of the one that is sent; null where there is none for `refused`. */
  | { readonly fresh: string | null; readonly refused: string | null }
  /** Ends the run or the setup under way. */
  | { readonly interrupt: true };

/** What a thread sends. */
export type FromThread =
  | { readonly answer: ThreadAnswers[keyof ThreadAnswers] }
  | { readonly problem: ThreadProblem }
  /** One second of the run is over. */
  | { readonly report: ThreadReport }
  | { readonly log: LogEntry }
  /** A value of Authorization that was refused with 401: another one is asked for. */
  | { readonly refused: string }
  | { readonly abort: AbortRequest };
