const EXPRESSION =
  /^(avg|min|max|med|count|rate|value|p\((?:\d{1,2}(?:\.\d+)?|100(?:\.0+)?)\))\s*(<=?|>=?|===?|!=)\s*-?\d+(?:\.\d+)?$/;
const METRIC = /^[A-Za-z_][A-Za-z0-9_]{1,127}(?:\{[^{}]+\})?$/;

/**
 * Reads a threshold of the command line: `metric: expression`, the expression in k6's grammar. Throws a RangeError that
 * says what is wrong.
 */
export function parseThreshold(text: string): { readonly metric: string; readonly expression: string } {
  const split = /^\s*([^:{]+(?:\{[^}]*\})?)\s*:\s*(.+?)\s*$/.exec(text);
  const metric = split?.[1]?.trim() ?? '';
  const expression = split?.[2] ?? '';
  // As a key of an object, __proto__ and the like are no names.
  if (!METRIC.test(metric) || metric.replace(/\{.*/, '') in Object.prototype)
    throw new RangeError(`"${text}" names no metric: write store_duration: p(95)<500`);
  if (!EXPRESSION.test(expression)) {
    throw new RangeError(`"${expression}" is no threshold: write p(95)<500, rate<0.01, count==0 or the like`);
  }
  return { metric, expression };
}
