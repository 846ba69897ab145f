import type { Shard } from '../../scenarios/selection/shard.ts';
import type { FailOn } from '../results/outcome.ts';
import type { EvidenceChoice } from '../run/evidence-choice.ts';
import type { Reader } from './say-results.ts';
import type { TargetOptions } from './target-input.ts';

/** `fresh`: new for this run, so that nothing else can be under them. `original`: those of the files. */
export const UIDS = ['fresh', 'original'] as const;

/** Flags of `conformance`, as they were read. */
export interface ConformanceOptions extends Reader, TargetOptions {
  readonly dataset?: string;
  readonly out?: string;
  readonly failOn: FailOn;
  readonly baseline?: string;
  readonly scenario?: readonly string[];
  /** Of the environment or the configuration; suites that are named as arguments go before them. */
  readonly suites?: readonly string[];
  /** Names of data sets, separated by commas, or `all`. */
  readonly data?: string;
  readonly grep?: RegExp;
  readonly only?: readonly string[];
  readonly clause?: readonly string[];
  readonly exclude?: readonly string[];
  readonly lastFailed?: true;
  readonly list?: true;
  readonly shard?: Shard;
  readonly repeat?: number;
  readonly require?: readonly string[];
  readonly uids?: (typeof UIDS)[number];
  readonly reset?: true;
  readonly yes?: true;
  readonly evidence: EvidenceChoice;
  /** Study Instance UID of a study that is on the server. */
  readonly study?: string;
}
