import type { LoadResult, OperationLoad, SecondLoad } from './load-result.ts';

/** Name of the operation by which a run looks for what was acknowledged: it is no part of the load itself. */
export const READ_BACK = 'read_back';

/** The load itself, or the reading back that follows it: each has rates of its own, and their sum means nothing. */
export interface LoadPart {
  readonly part: 'load' | 'readBack';
  readonly operations: readonly OperationLoad[];
  /** Seconds of the whole run with the requests of this part; percentiles are those of the whole second. */
  readonly series: readonly SecondLoad[];
}

/** The parts of a load run that made requests, the load first. Pure. */
export function loadParts({ operations, series }: Pick<LoadResult, 'operations' | 'series'>): LoadPart[] {
  const of = (part: LoadPart['part']) =>
    operations.filter(({ name }) => (name === READ_BACK) === (part === 'readBack'));
  const parts: LoadPart[] = [
    { part: 'load', operations: of('load'), series: series.map(withoutReadBack) },
    { part: 'readBack', operations: of('readBack'), series: series.map(onlyReadBack) },
  ];
  return parts.filter((part) => part.operations.length > 0);
}

const RATES = ['requestsPerSecond', 'instancesPerSecond', 'bytesPerSecond', 'failed'] as const;

/** Rates and failures of operations that went on at the same time, summed. */
export function ratesOf({ operations }: Pick<LoadPart, 'operations'>): Record<(typeof RATES)[number], number> {
  const sum = { requestsPerSecond: 0, instancesPerSecond: 0, bytesPerSecond: 0, failed: 0 };
  for (const operation of operations) for (const rate of RATES) sum[rate] += operation[rate];
  return sum;
}

const NOTHING = { requests: 0, instances: 0, bytes: 0, failed: 0 };

function withoutReadBack({ readBack = NOTHING, ...second }: SecondLoad): SecondLoad {
  return {
    ...second,
    requests: second.requests - readBack.requests,
    instances: second.instances - readBack.instances,
    bytes: second.bytes - readBack.bytes,
    failed: second.failed - readBack.failed,
  };
}

function onlyReadBack({ readBack = NOTHING, ...second }: SecondLoad): SecondLoad {
  return { ...second, ...readBack };
}
