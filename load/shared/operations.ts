/** What is measured of each operation. Metric names are plain, so that a threshold on them reads well. */
import { Counter, Rate, Trend } from 'k6/metrics';

/** Why an operation counts as failed. A closed list: each has a counter. */
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
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

export interface Operation {
  readonly name: string;
  readonly requests: Counter;
  /** Milliseconds from the first byte sent to the last byte received; successes only. */
  readonly duration: Trend;
  /** Milliseconds from the first byte sent to the first byte received; successes only. */
  readonly firstByte: Trend;
  readonly instances: Counter;
  /** Bytes of DICOM content that successes carried, either way. */
  readonly bytes: Counter;
  readonly failures: { readonly [kind in FailureKind]: Counter };
}

/** Share of all operations that failed. */
const failed = new Rate('operations_failed');
export const acknowledged = new Counter('instances_acknowledged');
export const lost = new Counter('instances_lost');
export const changed = new Counter('instances_changed');

/** Declares the metrics of an operation. In init code only, once for a name. */
export function operation(name: string): Operation {
  const failures = {} as { [kind in FailureKind]: Counter };
  for (const kind of FAILURE_KINDS) failures[kind] = new Counter(`${name}_failed_${kind}`);
  return {
    name,
    requests: new Counter(`${name}_requests`),
    duration: new Trend(`${name}_duration`, true),
    firstByte: new Trend(`${name}_first_byte`, true),
    instances: new Counter(`${name}_instances`),
    bytes: new Counter(`${name}_bytes`),
    failures,
  };
}

/** What the answer of a successful operation carried. */
export interface Yield {
  readonly instances: number;
  readonly bytes: number;
}

interface Timed {
  readonly timings: { readonly duration: number; readonly sending: number; readonly waiting: number };
}

/** Counts an operation that did what it should. Only these enter latency. */
export function succeeded(of: Operation, answer: Timed, carried: Yield): void {
  const tags = { operation: of.name };
  const { duration, sending, waiting } = answer.timings;
  failed.add(false, tags);
  of.requests.add(1, tags);
  of.duration.add(duration, tags);
  of.firstByte.add(sending + waiting, tags);
  of.instances.add(carried.instances, tags);
  of.bytes.add(carried.bytes, tags);
}

/** Counts an operation that did not. */
export function failedWith(of: Operation, kind: FailureKind): void {
  const tags = { operation: of.name, kind };
  failed.add(true, { operation: of.name });
  of.requests.add(1, { operation: of.name });
  of.failures[kind].add(1, tags);
}
