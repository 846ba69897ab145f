import { columnsOf, cutToColumns, padEnd } from '../../../reports/terminal-columns.ts';
import { visible } from '../../../reports/visible-text.ts';
import type { Entry } from './lists.ts';

/**
 * Columns as wide as their widest value; the last one is not padded. A line that is wider than `width`, as a terminal is,
 * ends with an ellipsis; what is piped has all of it.
 */
export function columns(entries: readonly Entry[], width: number = Number.POSITIVE_INFINITY): string {
  const rows = entries.map((entry) =>
    Object.values(entry).map((value) => (typeof value === 'object' ? value.join(' ') : visible(String(value)))),
  );
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))));
  return rows
    .map((row) => `${row.map((cell, column) => padEnd(cell, widths[column] ?? 0)).join('  ')}`.trimEnd())
    .map((line) => `${cutToColumns(line, width)}\n`)
    .join('');
}

/** Width of the terminal that standard output is; no bound where it is none. */
export function outputWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;
}
