/** Why an operation counts as failed. A closed list: each has a counter, `<operation>_failed_<kind>`. */
export const FAILURE_KINDS = [
  /** No connection, or one that broke. */
  'no_answer',
  'timed_out',
  'status_3xx',
  'status_4xx',
  'status_5xx',
  /** A 2xx that is no full success of this operation. */
  'status_2xx',
  /** The target says that it did not store an instance. */
  'refused',
  /** The target neither acknowledges nor refuses an instance. */
  'unlisted',
  'wrong_type',
  /** Not readable as what its media type says. */
  'malformed',
  /** A success without the content that was asked for. */
  'empty',
  /** Other content than was asked for. */
  'wrong_content',
  /** The instance that was asked for, and not as it was stored: seen in the sampled share alone. */
  'changed',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];
