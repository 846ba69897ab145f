import { loadParts } from '../lib/results/load-parts.ts';
import type { LoadResult } from '../lib/results/load-result.ts';
import { durabilitySentence } from './durability.ts';
import { markdownText } from './markdown-escape.ts';
import { bytes, count, duration, rate } from './quantity.ts';

/** A load run for a job summary: rows an operation, thresholds, durability, the generator's ceiling. */
export function markdownLoad(load: LoadResult): string {
  const latency = (value: number | undefined) => (value === undefined ? '–' : duration(value));
  const ordered = loadParts(load).flatMap(({ operations }) => operations);
  const operations = ordered.map(
    (operation) =>
      `| ${markdownText(operation.name)} | ${rate(operation.requestsPerSecond)} | ${rate(operation.instancesPerSecond)} | ${bytes(operation.bytesPerSecond)} | ${latency(operation.latency?.p50)} | ${latency(operation.latency?.p95)} | ${latency(operation.latency?.p99)} | ${count(operation.failed)} |`,
  );
  const thresholds = load.thresholds.map(
    ({ metric, expression, holds, actual }) =>
      `- ${holds ? 'holds' : '**failed**'}: ${markdownText(metric)} ${markdownText(expression)} (measured ${actual === null ? 'nothing' : rate(actual)})`,
  );
  return [
    `${markdownText(load.script)}, shape ${markdownText(load.shape)}, ${load.model} model, ${load.durationSeconds} s, ${markdownText(load.engine.name)} ${markdownText(load.engine.version)}`,
    [
      '| operation | requests/s | instances/s | bytes/s | p50 | p95 | p99 | failed |',
      '|---|--:|--:|--:|--:|--:|--:|--:|',
      ...operations,
    ].join('\n'),
    thresholds.join('\n'),
    durabilitySentence(load),
    `Generator ceiling: ${rate(load.generator.requestsPerSecond)} requests/s, ${bytes(load.generator.bytesPerSecond)}/s${load.generator.saturated ? ' (**saturated**)' : ''}: ${markdownText(load.generator.why)}`,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}
