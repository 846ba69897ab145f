import type { Writable } from 'node:stream';

/**
 * Lets a run outlive whoever read its output, as `| head -1` or a closed terminal do: what is written afterwards is lost,
 * the run still cleans up and keeps its results. A stream without a listener would end the process in the middle.
 */
export function outliveClosedOutput(...outputs: readonly Writable[]): void {
  for (const output of outputs) output.on('error', () => {});
}
