import { SETTINGS } from '../../lib/config/settings.ts';

/** The table of settings in docs/configuration.md. */
export function settingRows(): readonly string[] {
  const rows = SETTINGS.map(({ path, flag, variable, description }) => [
    `\`${path.join('.')}\``,
    flag === 'suites' ? '(arguments)' : `\`--${flag}\``,
    `\`${variable}\``,
    description,
  ]);
  const head = ['in the file', 'flag', 'variable', ''];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
