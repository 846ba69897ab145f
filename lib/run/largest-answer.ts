import type { Dataset } from '../../fixtures/dataset.ts';
import { BOUNDS } from '../bounds.ts';

/** A study that was stored compressed comes back decoded, or as text. */
const TIMES_THE_STUDY = 32;

/**
 * Longest answer that is read in a run with this data set, in bytes. Whatever is asked for is about one study; a server
 * that goes on for ever would fill the disk.
 */
export function largestAnswer({ instances }: Dataset): number {
  return Math.max(BOUNDS.answer.limit, TIMES_THE_STUDY * instances.reduce((sum, { source }) => sum + source.length, 0));
}
