import type { OptionOverrides } from '../api.ts';
import { percentileOf } from '../metrics/sinks.ts';
import { parseDuration } from './duration.ts';
import { environmentOptions } from './environment.ts';
import { chooseExecution } from './execution.ts';
import { Fields, OptionError } from './fields.ts';
import type { Scenario } from './scenarios.ts';
import { type Partition, parsePartition } from './segment.ts';
import { parseThresholds, type Threshold } from './thresholds.ts';

/** All options of a run, with k6's defaults filled in. Durations in milliseconds. */
export interface RunOptions {
  readonly scenarios: readonly Scenario[];
  readonly thresholds: ReadonlyMap<string, readonly Threshold[]>;
  readonly noThresholds: boolean;
  readonly noSetup: boolean;
  readonly noTeardown: boolean;
  readonly setupTimeout: number;
  readonly teardownTimeout: number;
  readonly minIterationDuration: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly summaryTrendStats: readonly string[];
  readonly summaryTimeUnit: string;
  readonly partition: Partition | null;
  readonly http: HttpOptions;
}

export interface HttpOptions {
  readonly rps: number;
  readonly batch: number;
  readonly batchPerHost: number;
  readonly userAgent: string;
  readonly maxRedirects: number;
  readonly insecureSkipTLSVerify: boolean;
  readonly discardResponseBodies: boolean;
  readonly noConnectionReuse: boolean;
  readonly noVUConnectionReuse: boolean;
  readonly noCookiesReset: boolean;
  readonly throw: boolean;
  /** Addresses to dial by host name, or by `host:port`. */
  readonly hosts: Readonly<Record<string, string>>;
}

export interface ConsolidatedOptions {
  readonly run: RunOptions;
  /** What the script sees as `exec.test.options`, and what its `options` object holds from now on. */
  readonly visible: Readonly<Record<string, unknown>>;
  /** Keys that neither k6 nor the engine knows; k6 warns about them and goes on. */
  readonly unknown: readonly string[];
}

/** Milliseconds that handleSummary may take, as in k6. */
export const SUMMARY_TIMEOUT = 120_000;

const EXECUTION_KEYS = ['vus', 'iterations', 'duration', 'stages', 'scenarios'];
const OTHER_KEYS = [
  'thresholds noThresholds noSetup noTeardown setupTimeout teardownTimeout minIterationDuration tags',
  'summaryTrendStats summaryTimeUnit executionSegment executionSegmentSequence rps batch batchPerHost userAgent',
  'maxRedirects insecureSkipTLSVerify discardResponseBodies noConnectionReuse noVUConnectionReuse noCookiesReset',
  'throw hosts',
].flatMap((line) => line.split(' '));
/** Options of k6 that change a run and that the engine does not have. */
const LACKING = [
  'cloud ext tlsAuth tlsCipherSuites tlsVersion dns blacklistIPs blockHostnames localIPs httpDebug systemTags',
  'paused linger noUsageReport console logs',
].flatMap((line) => line.split(' '));

const DEFAULT_TREND_STATS = ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)'];

/**
 * Puts the options together as k6 does: defaults, then the script's, then those of the environment, then overrides.
 * @param script what the script exports as `options`, after JSON
 * @param functions names of the functions that the script exports
 * @throws OptionError
 */
export function consolidateOptions(
  script: unknown,
  env: Readonly<Record<string, string>>,
  overrides: OptionOverrides,
  functions: readonly string[],
): ConsolidatedOptions {
  const tiers = [
    new Fields(script ?? {}, 'options'),
    new Fields(environmentOptions(env), 'options'),
    new Fields(overrides, 'options'),
  ];
  const lacking = tiers.flatMap((tier) => tier.keys()).find((key) => LACKING.includes(key));
  if (lacking !== undefined) {
    throw new OptionError(`the option '${lacking}' is not in the embedded engine; use k6 for it (--engine k6)`);
  }
  const merged: Record<string, unknown> = {};
  for (const tier of tiers) for (const key of tier.keys()) merged[key] = tier.raw(key);
  for (const key of EXECUTION_KEYS) delete merged[key];
  const scenarios = chooseExecution(tiers);
  const visible = { ...merged, scenarios: Object.fromEntries(scenarios.map(({ name, ...rest }) => [name, rest])) };

  const missing = scenarios.find((scenario) => !functions.includes(scenario.exec));
  if (missing !== undefined) {
    throw new OptionError(`scenario '${missing.name}' runs '${missing.exec}', which the script does not export`);
  }
  const fields = new Fields(merged, 'options');
  return {
    run: readRunOptions(fields, scenarios),
    visible,
    unknown: fields.keys().filter((key) => !OTHER_KEYS.includes(key)),
  };
}

function readRunOptions(fields: Fields, scenarios: readonly Scenario[]): RunOptions {
  return {
    scenarios,
    thresholds: parseThresholds(fields.raw('thresholds')),
    noThresholds: fields.boolean('noThresholds', false),
    noSetup: fields.boolean('noSetup', false),
    noTeardown: fields.boolean('noTeardown', false),
    setupTimeout: fields.duration('setupTimeout', 60_000),
    teardownTimeout: fields.duration('teardownTimeout', 60_000),
    minIterationDuration: fields.duration('minIterationDuration', 0),
    tags: fields.textMap('tags'),
    summaryTrendStats: readTrendStats(fields),
    summaryTimeUnit: fields.text('summaryTimeUnit', ''),
    partition: parsePartition(fields.text('executionSegment', ''), fields.text('executionSegmentSequence', '')),
    http: {
      rps: fields.integer('rps', 0),
      batch: fields.integer('batch', 20, 1),
      batchPerHost: fields.integer('batchPerHost', 6, 1),
      userAgent: fields.text('userAgent', 'dicomweb-harness embedded engine'),
      maxRedirects: fields.integer('maxRedirects', 10),
      insecureSkipTLSVerify: fields.boolean('insecureSkipTLSVerify', false),
      discardResponseBodies: fields.boolean('discardResponseBodies', false),
      noConnectionReuse: fields.boolean('noConnectionReuse', false),
      noVUConnectionReuse: fields.boolean('noVUConnectionReuse', false),
      noCookiesReset: fields.boolean('noCookiesReset', false),
      throw: fields.boolean('throw', false),
      hosts: fields.textMap('hosts'),
    },
  };
}

function readTrendStats(fields: Fields): readonly string[] {
  if (!fields.has('summaryTrendStats')) return DEFAULT_TREND_STATS;
  const known = ['avg', 'min', 'med', 'max', 'count'];
  return fields.list('summaryTrendStats').map((stat) => {
    if (typeof stat === 'string' && (known.includes(stat) || percentileOf(stat) !== null)) return stat;
    return fields.refuse('summaryTrendStats', `does not know '${String(stat)}'`);
  });
}

/** Milliseconds, for places that read a duration outside the options, as `params.timeout` of a request. */
export function durationOr(value: unknown, fallback: number): number {
  return value === undefined || value === null ? fallback : (parseDuration(value) ?? fallback);
}
