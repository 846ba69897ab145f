const SUB_BUCKETS = 1024;
const asFloat = new Float64Array(1);
const asWords = new Uint32Array(asFloat.buffer);
const HIGH_WORD = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

interface Octave {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
}

/** Count and sum of one bucket that is not empty. */
type Bucket = readonly [index: number, count: number, sum: number];

/** A histogram as it travels between threads. */
export interface HistogramData {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly buckets: readonly Bucket[];
}

/**
 * Distribution of any number of values in bounded memory. A bucket is what the sign, the exponent and the first ten
 * bits of the fraction of a double tell apart: each is at most 1/1024 of its value wide, and they are the same in every
 * histogram, so histograms of several threads or hosts can be added. A bucket stands for the mean of its values:
 * percentiles are exact as long as no bucket holds two different values, and within 0.1 % of the true one otherwise.
 */
export class Histogram {
  count = 0;
  sum = 0;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  private readonly octaves = new Map<number, Octave>();

  /** @param value any finite number */
  add(value: number): void {
    this.count++;
    this.sum += value;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
    this.put(bucketIndex(value), 1, value);
  }

  merge(data: HistogramData): void {
    this.count += data.count;
    this.sum += data.sum;
    this.min = Math.min(this.min, data.min);
    this.max = Math.max(this.max, data.max);
    for (const [index, count, sum] of data.buckets) this.put(index, count, sum);
  }

  /** What came since the last call; the histogram is empty afterwards. */
  drain(): HistogramData {
    const data = { count: this.count, sum: this.sum, min: this.min, max: this.max, buckets: this.buckets() };
    this.count = 0;
    this.sum = 0;
    this.min = Number.POSITIVE_INFINITY;
    this.max = Number.NEGATIVE_INFINITY;
    for (const octave of this.octaves.values()) {
      octave.counts.fill(0);
      octave.sums.fill(0);
    }
    return data;
  }

  /** The buckets that are not empty, by rising value. */
  buckets(): Bucket[] {
    const found: Bucket[] = [];
    for (const [octaveIndex, { counts, sums }] of this.octaves) {
      for (let i = 0; i < SUB_BUCKETS; i++) {
        const count = counts[i] ?? 0;
        if (count > 0) found.push([octaveIndex * SUB_BUCKETS + i, count, sums[i] ?? 0]);
      }
    }
    return found.sort((a, b) => bucketOrder(a[0]) - bucketOrder(b[0]));
  }

  /** Values at these percentiles (0 to 100), interpolated between neighbours as k6 does; 0 when there is no value. */
  percentiles(wanted: readonly number[]): number[] {
    const buckets = this.count === 0 ? [] : this.buckets();
    return wanted.map((percentile) => {
      if (this.count === 0) return 0;
      const rank = (percentile / 100) * (this.count - 1);
      const below = this.valueAt(buckets, Math.floor(rank));
      const above = this.valueAt(buckets, Math.ceil(rank));
      return below + (above - below) * (rank - Math.floor(rank));
    });
  }

  /** Upper bound and count of each bucket that is not empty, by rising value. */
  bounds(): [upper: number, count: number][] {
    return this.buckets().map(([index, count]) => [bucketUpperBound(index), count]);
  }

  private valueAt(buckets: readonly Bucket[], rank: number): number {
    if (rank <= 0) return this.min;
    if (rank >= this.count - 1) return this.max;
    let seen = 0;
    for (const [, count, sum] of buckets) {
      seen += count;
      if (rank < seen) return sum / count;
    }
    return this.max;
  }

  private put(index: number, count: number, sum: number): void {
    const octaveIndex = Math.floor(index / SUB_BUCKETS);
    let octave = this.octaves.get(octaveIndex);
    if (octave === undefined) {
      octave = { counts: new Float64Array(SUB_BUCKETS), sums: new Float64Array(SUB_BUCKETS) };
      this.octaves.set(octaveIndex, octave);
    }
    const at = index % SUB_BUCKETS;
    octave.counts[at] = (octave.counts[at] ?? 0) + count;
    octave.sums[at] = (octave.sums[at] ?? 0) + sum;
  }
}

const NEGATIVE = 2 ** 21;

function bucketIndex(value: number): number {
  asFloat[0] = value;
  return (asWords[HIGH_WORD] ?? 0) >>> 10;
}

/** Negative doubles grow in the other direction. */
function bucketOrder(index: number): number {
  return index >= NEGATIVE ? NEGATIVE - index - 1 : index;
}

function bucketUpperBound(index: number): number {
  asWords[1 - HIGH_WORD] = 0;
  asWords[HIGH_WORD] = ((index >= NEGATIVE ? index : index + 1) << 10) >>> 0;
  return asFloat[0] ?? 0;
}
