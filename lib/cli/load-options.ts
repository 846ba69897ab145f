import type { Share } from '../synthesis/synthesise.ts';
import type { Reader } from './say-results.ts';
import type { TargetOptions } from './target-input.ts';

/** Flags of `load`, as they were read. */
export interface LoadOptions extends Reader, TargetOptions {
  readonly shape: string;
  readonly vus?: number;
  readonly rate?: number;
  readonly allowDropped?: true;
  readonly duration?: string;
  readonly size?: number;
  readonly instancesPerRequest?: number;
  readonly mix: readonly Share[];
  readonly proportions?: string;
  readonly corpus?: number;
  readonly instances?: number;
  readonly wait?: number;
  readonly sample: number;
  readonly threshold: readonly string[];
  readonly engine: 'auto' | 'k6' | 'embedded';
  readonly seed?: number;
  readonly ledger?: string;
  /** Study Instance UIDs of studies that are on the server. */
  readonly study?: readonly string[];
  readonly keep?: true;
  readonly out?: string;
  readonly kubernetes?: string;
  readonly parallelism: number;
  readonly volumeClaim: string;
  readonly secret: string;
}
