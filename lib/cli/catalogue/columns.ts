import { visible } from '../../../reports/visible-text.ts';
import type { Entry } from './lists.ts';

/** Columns as wide as their widest value; the last one is not padded. */
export function columns(entries: readonly Entry[]): string {
  const rows = entries.map((entry) =>
    Object.values(entry).map((value) => (typeof value === 'object' ? value.join(' ') : visible(String(value)))),
  );
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('');
}
