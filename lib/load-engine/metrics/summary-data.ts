/** The data that k6 hands to `handleSummary` by default, in the shape it has had from 0.47 to 2.2. */
export interface Summary {
  readonly root_group: SummaryGroup;
  readonly options: {
    readonly summaryTrendStats: readonly string[];
    readonly summaryTimeUnit: string;
    readonly noColor: boolean;
  };
  readonly state: {
    readonly isStdOutTTY: boolean;
    readonly isStdErrTTY: boolean;
    readonly testRunDurationMs: number;
  };
  readonly metrics: Readonly<Record<string, SummaryMetric>>;
  readonly setup_data?: unknown;
}

export interface SummaryGroup {
  readonly name: string;
  /** `::outer::inner`, empty for the root. */
  readonly path: string;
  /** MD5 of the path in hexadecimal. */
  readonly id: string;
  readonly groups: readonly SummaryGroup[];
  readonly checks: readonly SummaryCheck[];
}

export interface SummaryCheck {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly passes: number;
  readonly fails: number;
}

export interface SummaryMetric {
  readonly type: 'counter' | 'gauge' | 'rate' | 'trend';
  readonly contains: 'default' | 'time' | 'data';
  /** By k6's names: `count`, `rate`, `value`, `min`, `max`, `passes`, `fails`, `avg`, `med`, `p(95)` ... */
  readonly values: Readonly<Record<string, number>>;
  readonly thresholds?: Readonly<Record<string, { readonly ok: boolean }>>;
}
