/** DER (X.690) as far as a certificate needs it. */

const TAGS = { boolean: 1, integer: 2, bits: 3, octets: 4, oid: 6, utf8: 12, time: 24, sequence: 48, set: 49 } as const;

/** One value: its tag, its length and its content. */
export function tagged(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

export const sequence = (...items: readonly Uint8Array[]) => tagged(TAGS.sequence, ...items);
export const set = (...items: readonly Uint8Array[]) => tagged(TAGS.set, ...items);
export const octets = (bytes: Uint8Array) => tagged(TAGS.octets, bytes);
export const bits = (bytes: Uint8Array, unused = 0) => tagged(TAGS.bits, Buffer.from([unused]), bytes);
export const utf8 = (text: string) => tagged(TAGS.utf8, Buffer.from(text));
export const isTrue = () => tagged(TAGS.boolean, Buffer.from([0xff]));

/** A positive integer, given as bytes of which the first is below 128. */
export const integer = (...bytes: readonly number[]) => tagged(TAGS.integer, Buffer.from(bytes));

/** An instant as GeneralizedTime, in whole seconds. */
export const time = (instant: Date) =>
  tagged(TAGS.time, Buffer.from(`${instant.toISOString().replace(/\.\d+|[-:T]/g, '')}`));

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((number) => {
    const groups = [number & 0x7f];
    for (let left = number >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return tagged(TAGS.oid, Buffer.from([first * 40 + second, ...bytes]));
}
