/** What the bodies of answers may take of the memory, in bytes. */
export interface BodyLimits {
  /** Longest body, as it comes and when its content coding is undone. */
  readonly longest: number;
  /** Bodies that are on their way together, in one thread. Short ones are always taken. */
  readonly together: number;
}

/** Bodies of up to this length are taken whatever the others take. */
const SHORT = 1 << 20;

/** An answer without an end, or many large ones at a time, must not take all memory. */
export class AnswerTooLong extends Error {}

/** The memory that the bodies of one thread share while they come. */
export class BodyRoom {
  readonly longest: number;
  private free: number;

  constructor({ longest, together }: BodyLimits) {
    this.longest = longest;
    this.free = together;
  }

  /** Counts a body that grows from one length to another. @throws AnswerTooLong where it may not */
  grow(from: number, to: number): void {
    if (to > this.longest) throw new AnswerTooLong(`the body of the answer is longer than ${this.longest} bytes`);
    if (to > SHORT && to - from > this.free) {
      throw new AnswerTooLong('the bodies of the answers on their way take more memory than they may together');
    }
    this.free -= to - from;
  }

  release(length: number): void {
    this.free += length;
  }
}

/** For a script that nobody bounded: as long as a buffer can be. */
export const USUAL_BODIES: BodyLimits = { longest: 2 * 1024 ** 3, together: Number.POSITIVE_INFINITY };
