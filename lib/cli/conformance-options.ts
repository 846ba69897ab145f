import type { FailOn } from '../results/rollup.ts';
import type { Reader } from './say-results.ts';
import type { TargetOptions } from './target-input.ts';

/** Flags of `conformance`, as they were read. */
export interface ConformanceOptions extends Reader, TargetOptions {
  readonly dataset?: string;
  readonly out?: string;
  readonly failOn: FailOn;
  readonly baseline?: string;
  readonly scenario?: readonly string[];
  readonly freshUids?: true;
  readonly reset?: true;
}
