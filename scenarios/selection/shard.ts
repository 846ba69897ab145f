/** A part of a run: `1/4` is the first of four. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Reads `1/4`. @throws RangeError for anything else. */
export function parseShard(text: string): Shard {
  const [, index, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(text.trim()) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (shard.index >= 1 && shard.index <= shard.of) return shard;
  throw new RangeError('a part and the number of parts are needed, such as 1/4.');
}
