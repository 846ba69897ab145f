import type { CellResult } from './compare.ts';
import type { PageResult } from './page.ts';
import type { SoakResult } from './soak.ts';
import type { StampingResult } from './stamping.ts';

/** Prints what the generators did, the bars below. */
export function printGenerators(results: readonly CellResult[]): void {
  console.log('\nTen connections, one null sink; CPU time is that of the generator.\n');
  const head = ['', 'generator', 'requests/cpu-s', 'µs/request', 'requests/s', 'cores', 'sink cores', 'peak MB'];
  const rows = results.flatMap(({ title, measurements }) =>
    Object.entries(measurements).map(([name, one], i) => [
      i === 0 ? title : '',
      name,
      whole(one.requestsPerCpuSecond),
      one.cpuPerRequest.toFixed(1),
      whole(one.requestsPerSecond),
      one.generatorCores.toFixed(2),
      one.sinkCores.toFixed(2),
      whole(one.peakMemory),
    ]),
  );
  printTable([head, ...rows]);
  console.log();
  printTable([
    ['engine over k6', 'ratio', 'bar', ''],
    ...results.map(({ title, ratio, bar, reached }) => [
      title,
      ratio === null ? '-' : `${ratio.toFixed(2)}`,
      `${bar}`,
      reached === null ? 'not measured: no k6 on PATH or in K6_BIN' : verdict(reached),
    ]),
  ]);
}

/** Prints the stamping with its bars. */
export function printStamping(results: readonly StampingResult[]): void {
  console.log();
  printTable([
    ['stamping', 'value', 'bar', '', ''],
    ...results.map(({ title, value, bar, unit, reached }) => [title, whole(value), whole(bar), unit, verdict(reached)]),
  ]);
}

/** Prints the soak. */
export function printSoak({ instances, seconds, memory, reached }: SoakResult): void {
  const { tenth, half, end, peak } = memory;
  console.log(
    `${whole(instances)} instances of 4 KiB acknowledged in ${whole(seconds)} s; memory ${whole(tenth)} MB after a tenth, ` +
      `${whole(half)} after half, ${whole(end)} at the end, ${whole(peak)} at most (bar 300): ${verdict(reached)}`,
  );
}

/** Prints what the page of many problems takes. */
export function printPage({
  problems,
  bytes,
  rendered,
  firstPaint,
  opened,
  cpu,
  elements,
  bar,
  reached,
}: PageResult): void {
  console.log(
    `${whole(problems)} problems: ${(bytes / 1e6).toFixed(1)} MB and ${whole(elements)} elements, made in ${whole(rendered)} ms; ` +
      `first paint after ${whole(firstPaint)} ms, open after ${whole(opened)} ms (bar ${bar}): ${verdict(reached)}; ` +
      `${whole(cpu)} ms of CPU time`,
  );
}

function verdict(reached: boolean): string {
  return reached ? 'reached' : 'MISSED';
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const isText = column === 0 || /^[a-z ]+$/i.test(cell);
      return isText ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
    });
    console.log(cells.join('  ').trimEnd());
  }
}
