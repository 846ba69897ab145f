import type { ThresholdSource } from '../api.ts';
import { Fields, OptionError } from './fields.ts';

/** One condition on a metric: `p(95)<500`. */
export interface Threshold {
  /** As the script wrote it; the key in the summary. */
  readonly source: string;
  readonly statistic: string;
  readonly operator: Operator;
  readonly limit: number;
  readonly abortOnFail: boolean;
  /** Milliseconds of the test that have to pass before abortOnFail counts. */
  readonly delayAbortEval: number;
}

type Operator = '<' | '<=' | '>' | '>=' | '==' | '===' | '!=';

const EXPRESSION =
  /^\s*(avg|min|max|med|count|rate|value|p\(\s*\d+(?:\.\d+)?\s*\))\s*(<=|>=|===|==|!=|<|>)\s*(-?\d+(?:\.\d+)?)\s*$/;

/**
 * Reads the option `thresholds`.
 * @throws OptionError for an expression outside k6's grammar
 */
export function parseThresholds(source: unknown): ReadonlyMap<string, readonly Threshold[]> {
  const thresholds = new Map<string, readonly Threshold[]>();
  if (source === undefined || source === null) return thresholds;
  const fields = new Fields(source, 'thresholds');
  for (const key of fields.keys()) {
    thresholds.set(
      key,
      fields.list(key).map((item) => parseThreshold(item as ThresholdSource, key)),
    );
  }
  return thresholds;
}

function parseThreshold(source: ThresholdSource, key: string): Threshold {
  if (typeof source === 'string') return { ...parseExpression(source, key), abortOnFail: false, delayAbortEval: 0 };
  const fields = new Fields(source, `thresholds['${key}']`);
  return {
    ...parseExpression(fields.text('threshold', ''), key),
    abortOnFail: fields.boolean('abortOnFail', false),
    delayAbortEval: fields.duration('delayAbortEval', 0),
  };
}

function parseExpression(source: string, key: string): Pick<Threshold, 'source' | 'statistic' | 'operator' | 'limit'> {
  const match = EXPRESSION.exec(source);
  const statistic = match?.[1]?.replace(/\s/g, '');
  if (match === null || statistic === undefined) {
    throw new OptionError(`thresholds['${key}']: '${source}' is not of the form "p(95)<500"`);
  }
  const percentile = /^p\((.*)\)$/.exec(statistic)?.[1];
  if (percentile !== undefined && Number(percentile) > 100) {
    throw new OptionError(`thresholds['${key}']: the percentile of '${source}' is not between 0 and 100`);
  }
  return { source, statistic, operator: match[2] as Operator, limit: Number(match[3]) };
}

/** Whether a figure meets the condition. */
export function holds({ operator, limit }: Threshold, actual: number): boolean {
  switch (operator) {
    case '<':
      return actual < limit;
    case '<=':
      return actual <= limit;
    case '>':
      return actual > limit;
    case '>=':
      return actual >= limit;
    case '!=':
      return actual !== limit;
    default:
      return actual === limit;
  }
}
