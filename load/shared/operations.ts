/** The metrics of each operation. Their names are what a person writes in a threshold. */
import { Counter, Gauge, Rate, Trend } from 'k6/metrics';

import { FAILURE_KINDS, type FailureKind } from '../../lib/portable/failure-kinds.ts';

export type { FailureKind };

export interface Operation {
  readonly name: string;
  readonly requests: Counter;
  /** Milliseconds since 1970 at which requests began and ended: the first and the last are what rates are over. */
  readonly when: Gauge;
  /** Milliseconds from the first byte sent to the last byte received; successes only. */
  readonly duration: Trend;
  /** Milliseconds from the first byte sent to the first byte received; successes only. */
  readonly firstByte: Trend;
  readonly instances: Counter;
  /** Bytes of DICOM content that successes sent or received. */
  readonly bytes: Counter;
  readonly failures: { readonly [kind in FailureKind]: Counter };
}

/** Milliseconds of every operation that succeeded. */
const anyDuration = new Trend('operation_duration', true);
/** Share of all operations that failed. */
const failed = new Rate('operations_failed');
export const acknowledged = new Counter('instances_acknowledged');
export const lost = new Counter('instances_lost');
export const changed = new Counter('instances_changed');

/** Declares the metrics of an operation. Call it in init code, once for each name. */
export function operation(name: string): Operation {
  const failures = {} as { [kind in FailureKind]: Counter };
  for (const kind of FAILURE_KINDS) failures[kind] = new Counter(`${name}_failed_${kind}`);
  return {
    name,
    requests: new Counter(`${name}_requests`),
    when: new Gauge(`${name}_when`),
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

/** Notes that a request of an operation began then, and that its answer has just ended. */
export function took(of: Operation, began: number): void {
  of.when.add(began);
  of.when.add(Date.now());
}

/** Counts an operation that succeeded. Its latency includes the milliseconds of redirects `before` the answer. */
export function succeeded(of: Operation, answer: Timed, carried: Yield, before = 0): void {
  const tags = { operation: of.name };
  const { duration, sending, waiting } = answer.timings;
  failed.add(false, tags);
  of.requests.add(1, tags);
  of.duration.add(before + duration, tags);
  anyDuration.add(before + duration, tags);
  of.firstByte.add(before + sending + waiting, tags);
  of.instances.add(carried.instances, tags);
  of.bytes.add(carried.bytes, tags);
}

/** Counts an operation that failed. It does not enter latency. */
export function failedWith(of: Operation, kind: FailureKind): void {
  const tags = { operation: of.name, kind };
  failed.add(true, { operation: of.name });
  of.requests.add(1, { operation: of.name });
  of.failures[kind].add(1, tags);
}
