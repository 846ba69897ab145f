/** Overwrites secrets in a stream of bytes with asterisks, byte for byte, so that lengths and offsets stay true. */
export interface BodyMask {
  /** Takes the next chunk and returns the bytes that are final; the rest waits for what follows. */
  push(chunk: Buffer): Buffer;
  /** The bytes still held back, at the end of the stream. */
  flush(): Buffer;
}

const ASTERISK = 0x2a;

/**
 * A mask for one stream. A secret that a server echoes must not reach a file, also when it is spread over two chunks:
 * as many bytes as the longest secret could still need are held back. Without secrets chunks pass as they are.
 */
export function createBodyMask(secrets: readonly Buffer[]): BodyMask {
  const longest = Math.max(0, ...secrets.map(({ length }) => length));
  if (longest === 0) return { push: (chunk) => chunk, flush: () => Buffer.alloc(0) };
  let held = Buffer.alloc(0);
  return {
    push(chunk) {
      const bytes = Buffer.concat([held, chunk]);
      for (const secret of secrets) {
        for (let at = bytes.indexOf(secret); at !== -1; at = bytes.indexOf(secret, at + secret.length)) {
          bytes.fill(ASTERISK, at, at + secret.length);
        }
      }
      const ready = Math.max(0, bytes.length - (longest - 1));
      held = bytes.subarray(ready);
      return bytes.subarray(0, ready);
    },
    flush() {
      const rest = held;
      held = Buffer.alloc(0);
      return rest;
    },
  };
}
