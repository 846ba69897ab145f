import type { BodyRoom } from './body-room.ts';
import type { ResponseHead } from './response-head.ts';

/** Up to this size the memory for a body is taken at once on the word of Content-Length. */
const TRUSTED_LENGTH = 64 * 1024 * 1024;
const FIRST_CAPACITY = 16 * 1024;
const NOTHING = Buffer.alloc(0);

/** Gathers the bytes of one response body, or only counts them. */
export class BodyCollector {
  /** Bytes of the body so far. */
  length = 0;
  private readonly keep: boolean;
  private readonly memory: BodyRoom;
  /** Bytes that `memory` counts for this body. */
  private counted = 0;
  private isSized = false;
  private bytes: Buffer<ArrayBuffer> = NOTHING;

  constructor(keep: boolean, memory: BodyRoom) {
    this.keep = keep;
    this.memory = memory;
  }

  start(head: ResponseHead): void {
    this.length = 0;
    if (!this.keep || head.framing.by === 'nothing') return;
    this.isSized = head.framing.by === 'length';
    const announced = head.framing.by === 'length' ? head.framing.length : FIRST_CAPACITY;
    this.bytes = Buffer.allocUnsafeSlow(Math.min(announced, TRUSTED_LENGTH, this.memory.longest));
  }

  /** Memory for what is still to come of a body whose length is known, or null. */
  room(): Buffer | null {
    const free = this.bytes.byteLength - this.length;
    return this.isSized && free > 0 ? this.bytes.subarray(this.length) : null;
  }

  /**
   * @param bytes valid during the call only, or at the start of `room()` already
   * @throws AnswerTooLong
   */
  add(bytes: Uint8Array): void {
    const needed = this.length + bytes.byteLength;
    if (this.keep) {
      this.memory.grow(this.counted, needed);
      this.counted = needed;
    }
    if (this.keep && bytes.buffer !== this.bytes.buffer) {
      if (needed > this.bytes.byteLength)
        this.grow(Math.min(this.memory.longest, Math.max(needed, 2 * this.bytes.byteLength)));
      this.bytes.set(bytes, this.length);
    }
    this.length += bytes.byteLength;
  }

  /** The body is complete, or is given up: others may take its room. */
  release(): void {
    this.memory.release(this.counted);
    this.counted = 0;
  }

  /** The body in memory of its own, of exactly its length; empty when it was only counted. */
  take(): Buffer<ArrayBuffer> {
    if (this.keep && this.bytes.byteLength !== this.length) this.grow(this.length);
    return this.bytes;
  }

  private grow(capacity: number): void {
    const larger = Buffer.allocUnsafeSlow(capacity);
    larger.set(this.bytes.subarray(0, Math.min(this.length, capacity)));
    this.bytes = larger;
  }
}
