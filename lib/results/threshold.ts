/** A threshold in k6's grammar: one statistic, one comparison, one number. */
interface ThresholdExpression {
  readonly statistic: string;
  readonly holds: (actual: number) => boolean;
}

const EXPRESSION =
  /^\s*(avg|min|max|med|count|rate|value|p\([0-9.]+\))\s*(<=|>=|<|>|===|==|!=)\s*(-?[0-9.]+(?:e-?[0-9]+)?)\s*$/;

/** Reads an expression such as `p(95)<500`; null for what k6 would refuse. */
export function parseThresholdExpression(text: string): ThresholdExpression | null {
  const [, statistic, operator, number] = EXPRESSION.exec(text) ?? [];
  const limit = Number(number);
  const compare = operator === undefined ? undefined : COMPARISONS[operator];
  if (statistic === undefined || compare === undefined || !Number.isFinite(limit)) return null;
  return { statistic, holds: (actual) => compare(actual, limit) };
}

const COMPARISONS: Readonly<Record<string, (actual: number, limit: number) => boolean>> = {
  '<': (actual, limit) => actual < limit,
  '<=': (actual, limit) => actual <= limit,
  '>': (actual, limit) => actual > limit,
  '>=': (actual, limit) => actual >= limit,
  '==': (actual, limit) => actual === limit,
  '===': (actual, limit) => actual === limit,
  '!=': (actual, limit) => actual !== limit,
};
