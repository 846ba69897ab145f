import { Command } from 'commander';
import { compareLoads, type LoadChange, type LoadComparison } from '../results/load-compare.ts';
import { loadRun } from './load-merge.ts';

const EXAMPLES = `
Several runs of the same load on a side, separated by commas, tell a change from chance.

Exit codes: 0 nothing is worse, 1 something is worse, 2 a folder cannot be used, 5 nothing could be compared.

Examples:
  $ dicomweb-harness load compare runs/release-4.1 runs/release-4.2
  $ dicomweb-harness load compare runs/a1,runs/a2,runs/a3 runs/b1,runs/b2,runs/b3`;

/** `load compare`: better, same or worse, quantity by quantity. */
export function loadCompareCommand(): Command {
  return new Command('compare')
    .description('compare runs of the same load: better, same or worse per quantity')
    .argument('<before>', 'folders of the earlier runs')
    .argument('<after>', 'folders of the later runs')
    .addHelpText('after', EXAMPLES)
    .action((before: string, after: string) => {
      const [left, right] = [before, after].map((folders) =>
        folders.split(',').map((folder) => loadRun(folder).results),
      );
      const comparison = compareLoads(left ?? [], right ?? []);
      process.stdout.write(comparisonText(comparison));
      process.exitCode = comparison.exitCode;
    });
}

/** A comparison for a terminal. */
export function comparisonText({ changes, caveats, sentence }: LoadComparison): string {
  const rows = changes.map((change) => [
    change.verdict,
    change.metric,
    quantity(change.before, change.unit),
    quantity(change.after, change.unit),
    change.change ? `${percent(change.change.low)} to ${percent(change.change.high)}` : '',
    change.rule,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', ...caveats.map((caveat) => `Note: ${caveat}`), sentence, ''].join('\n');
}

function percent(share: number): string {
  return `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)} %`;
}

function quantity(value: number | null, unit: LoadChange['unit']): string {
  if (value === null) return '–';
  if (unit === 'share') return `${(value * 100).toFixed(2)} %`;
  return unit === 'count' ? String(value) : `${value.toPrecision(4)} ${unit}`;
}
