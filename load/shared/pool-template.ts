import type { Layout } from '../../lib/portable/pool-file.ts';

/** An instance of the pool in memory: its bytes, and where in them the values are that differ from copy to copy. */
export interface PoolTemplate {
  readonly modality: string;
  readonly transferSyntax: string;
  /** Share of the instances, relative to the other templates. */
  readonly weight: number;
  readonly bytes: Uint8Array;
  readonly layout: Layout;
  /** Bytes of one native frame; 0 when frames are compressed. */
  readonly frameBytes: number;
}
