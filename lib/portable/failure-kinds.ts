/** The kinds of failure of an operation. Each has a counter, `<operation>_failed_<kind>`. */
export const FAILURE_KINDS = [
  /** The answer is longer than the generator reads, also after its content coding is undone. */
  'too_long',
  /** The connection was not made, or broke. */
  'no_answer',
  'timed_out',
  'status_3xx',
  'status_4xx',
  'status_5xx',
  /** A 2xx status that does not mean full success of this operation. */
  'status_2xx',
  /** The target answered that it did not store an instance. */
  'refused',
  /** The target neither acknowledged nor refused an instance. */
  'unlisted',
  'wrong_type',
  /** The body is not what its media type says. */
  'malformed',
  /** The answer is a success without content. */
  'empty',
  /** The content is not what was asked for. */
  'wrong_content',
  /** The right instance, but not as it was stored. Only the sampled share of the answers is compared. */
  'changed',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];
