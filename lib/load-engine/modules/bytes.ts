/**
 * The bytes of what k6's crypto and encoding functions take: text (as UTF-8), ArrayBuffer or Uint8Array.
 * @throws Error for anything else
 */
export function toBytes(input: unknown): Buffer {
  if (typeof input === 'string') return Buffer.from(input, 'utf8');
  if (input instanceof ArrayBuffer) return Buffer.from(input);
  if (input instanceof Uint8Array) return Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  throw new TypeError(`invalid type ${Object.prototype.toString.call(input).slice(8, -1)}, expected string or bytes`);
}
