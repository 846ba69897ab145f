import type { EngineChoice } from '../load/request/choose-engine.ts';
import type { LoadRequest } from '../load/request/load-request.ts';
import type { Reader } from './say-results.ts';
import type { TargetOptions } from './target-input.ts';

/** Flags of `load`, as they were read. */
export interface LoadOptions extends Reader, TargetOptions, LoadRequest {
  readonly target?: string;
  readonly readOnly?: true;
  readonly engine: EngineChoice;
  readonly out?: string;
  readonly parallelism: number;
  readonly volumeClaim: string;
  readonly secret: string;
}
