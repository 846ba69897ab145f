import type { Results } from '../lib/results/results.ts';

/**
 * The run as one JSON object a line for machines: `run` first, then `requirement` and `finding` lines, then `load`
 * or `coverage`, and `summary` last. A stream without the summary line was cut off.
 */
export function jsonLines(results: Results): string {
  const lines: object[] = [
    { type: 'run', schema: results.schema, kind: results.kind, run: results.run, target: results.target },
    ...results.requirements.map((record) => ({ type: 'requirement', ...record })),
    ...results.scenarios.flatMap(({ id, findings }) =>
      findings.map((finding) => ({ type: 'finding', scenario: id, ...finding })),
    ),
    ...(results.load ? [{ type: 'load', ...results.load }] : []),
    ...(results.coverage ? [{ type: 'coverage', ...results.coverage }] : []),
    { type: 'summary', ...results.summary },
  ];
  return lines.map((line) => `${asciiJson(line)}\n`).join('');
}

/** Escapes what some line readers take for a line end or a terminal for a command; still the same JSON. */
function asciiJson(value: object): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
