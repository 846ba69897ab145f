import { OptionError } from './fields.ts';

/**
 * The share of one generator in what several generators do together. Everything countable (virtual users, iterations,
 * events of an arrival rate) is dealt out in the same repeating order, so that the shares are disjoint and complete
 * whatever is counted.
 */
export class Share {
  /** Length of the repeating order. */
  private readonly cycle: number;
  /** Places in it that are ours, rising. */
  private readonly owned: readonly number[];

  constructor(cycle: number, owned: readonly number[]) {
    this.cycle = cycle;
    this.owned = owned;
  }

  static readonly whole = new Share(1, [0]);

  /** How many of `total` are ours. */
  count(total: number): number {
    const rest = total % this.cycle;
    return Math.floor(total / this.cycle) * this.owned.length + this.owned.filter((place) => place < rest).length;
  }

  /** The global number, from 0, of our n-th, from 0. */
  globalIndex(n: number): number {
    const turn = Math.floor(n / this.owned.length);
    return turn * this.cycle + (this.owned[n % this.owned.length] ?? 0);
  }

  /** The part of this share that one of several threads takes. */
  split(thread: number, threads: number): Share {
    const owned = Array.from({ length: this.owned.length }, (_, i) => this.globalIndex(i * threads + thread));
    return new Share(this.cycle * threads, owned);
  }
}

/** All parts of a run that several generators share, and which of them is this one. */
export interface Partition {
  /** Boundaries from 0 to 1 as whole numbers of `denominator`. */
  readonly boundaries: readonly number[];
  readonly denominator: number;
  readonly part: number;
}

/**
 * Reads k6's `executionSegment` and `executionSegmentSequence`.
 * @throws OptionError
 */
export function parsePartition(segment: string, sequence: string): Partition | null {
  if (segment === '') {
    if (sequence !== '') throw new OptionError('executionSegmentSequence needs an executionSegment');
    return null;
  }
  const [first, second] = segment.split(':', 2);
  const from = second === undefined ? fraction('0') : fraction(first);
  const to = second === undefined ? fraction(first) : fraction(second);
  const points = sequence === '' ? [fraction('0'), from, to, fraction('1')] : sequence.split(',').map(fraction);
  const denominator = [...points, from, to].reduce((product, [, below]) => lcm(product, below), 1);
  const scaled = (point: Fraction) => (point[0] * denominator) / point[1];
  const boundaries = points.map(scaled).filter((value, i, all) => i === 0 || value !== all[i - 1]);
  if (boundaries.some((value, i) => i > 0 && value < (boundaries[i - 1] ?? 0))) {
    throw new OptionError('executionSegmentSequence has to rise');
  }
  const part = boundaries.indexOf(scaled(from));
  if (part < 0 || boundaries[part + 1] !== scaled(to)) {
    throw new OptionError('executionSegment is not one of the executionSegmentSequence');
  }
  return { boundaries, denominator, part };
}

/** The share of virtual users and iterations; the whole without a partition. */
export function shareOf(partition: Partition | null): Share {
  if (partition === null) return Share.whole;
  return deal(lengths(partition), partition.part);
}

/**
 * The share of iterations that a scenario deals out itself: shared ones, and those of an arrival rate. It follows the
 * virtual users: a part that was too small for even one gets no iterations, and the others take them.
 */
export function workShareOf(partition: Partition | null, virtualUsers: number): Share {
  if (partition === null) return Share.whole;
  const weights = lengths(partition);
  return deal(
    weights.map((_, part) => deal(weights, part).count(virtualUsers)),
    partition.part,
  );
}

function lengths({ boundaries, denominator }: Partition): number[] {
  const ends = boundaries.at(-1) === denominator ? boundaries : [...boundaries, denominator];
  const points = ends[0] === 0 ? ends : [0, ...ends];
  return points.slice(1).map((end, i) => end - (points[i] ?? 0));
}

/** Deals a cycle of as many places as the weights sum to, each part as evenly as its weight allows. */
function deal(weights: readonly number[], part: number): Share {
  const divisor = weights.reduce(gcd, 0);
  const cycle = weights.reduce((sum, weight) => sum + weight, 0) / divisor;
  const credits = weights.map(() => 0);
  const owned: number[] = [];
  for (let place = 0; place < cycle; place++) {
    weights.forEach((weight, i) => {
      credits[i] = (credits[i] ?? 0) + weight / divisor;
    });
    const next = credits.indexOf(Math.max(...credits));
    credits[next] = (credits[next] ?? 0) - cycle;
    if (next === part) owned.push(place);
  }
  return new Share(cycle, owned);
}

type Fraction = readonly [above: number, below: number];

function fraction(text: string | undefined): Fraction {
  const trimmed = (text ?? '').trim();
  const ratio = /^(\d+)\/(\d+)$/.exec(trimmed);
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(trimmed);
  const decimal = /^\d+(?:\.\d+)?$/.exec(trimmed);
  const [above, below] = ratio
    ? [Number(ratio[1]), Number(ratio[2])]
    : percent
      ? ofDecimal(percent[1] ?? '', 100)
      : decimal
        ? ofDecimal(decimal[0], 1)
        : [Number.NaN, 0];
  if (!(below > 0) || above > below) throw new OptionError(`'${trimmed}' is not a fraction between 0 and 1`);
  const divisor = gcd(above, below);
  return [above / divisor, below / divisor];
}

function ofDecimal(digits: string, below: number): Fraction {
  const scale = 10 ** (digits.split('.')[1]?.length ?? 0);
  return [Math.round(Number(digits) * scale), below * scale];
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function lcm(a: number, b: number): number {
  return (a / gcd(a, b)) * b;
}
