import { loadParts } from '../lib/results/load-parts.ts';
import type { LoadResult, OperationLoad } from '../lib/results/load-result.ts';
import { durabilitySentence } from './durability.ts';
import { bytes, count, duration, rate } from './quantity.ts';
import type { Paint } from './terminal-paint.ts';
import { visible } from './visible-text.ts';

/** A load run for a terminal: what was put on the server, a row an operation, thresholds, and what was lost. */
export function terminalLoad(load: LoadResult, paint: Paint): string {
  const head = `${load.script} · ${load.shape} (${load.model} model) · ${load.durationSeconds} s · ${load.engine.name} ${load.engine.version}`;
  return [
    paint.faint(visible(head)),
    operationTable(
      loadParts(load).flatMap(({ operations }) => operations),
      paint,
    ),
    load.thresholds
      .map((threshold) => {
        const { metric, expression, holds, actual } = threshold;
        const label = holds ? paint.verdict('pass', 'holds ') : paint.verdict('fail', 'failed');
        return `${label} ${visible(metric)} ${visible(expression)}${actual === null ? ': no data' : ` (${rate(actual)})`}`;
      })
      .join('\n'),
    durability(load, paint),
    ceiling(load, paint),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

const COLUMNS = ['requests/s', 'instances/s', 'bytes/s', 'p50', 'p95', 'p99', 'failed'];

function operationTable(operations: readonly OperationLoad[], paint: Paint): string {
  const rows = operations.map((operation) => [
    visible(operation.name, 40),
    rate(operation.requestsPerSecond),
    rate(operation.instancesPerSecond),
    `${bytes(operation.bytesPerSecond)}`,
    ...(['p50', 'p95', 'p99'] as const).map((key) => (operation.latency ? duration(operation.latency[key]) : '–')),
    count(operation.failed),
  ]);
  const table = [['', ...COLUMNS], ...rows];
  const widths = ['', ...COLUMNS].map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return [paint.faint(lines[0] ?? ''), ...lines.slice(1)].join('\n');
}

function durability(load: LoadResult, paint: Paint): string {
  const line = durabilitySentence(load);
  return load.lostCount + load.changedCount > 0 ? paint.verdict('fail', line) : line;
}

function ceiling({ generator }: LoadResult, paint: Paint): string {
  const line = `generator ceiling ${rate(generator.requestsPerSecond)} requests/s, ${bytes(generator.bytesPerSecond)}/s: ${visible(generator.why)}`;
  return generator.saturated ? paint.verdict('warn', `generator saturated: ${line}`) : line;
}
