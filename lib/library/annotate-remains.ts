import type { TestInfo } from '@playwright/test';
import type { RemainsRecord } from '../results/results.ts';

/**
 * Tells of each study what of it a test may have left on the server, and why: in the annotations of the test, which a
 * report shows, and on standard error, because reporters of a terminal show no annotations.
 */
export function annotateRemains(info: TestInfo, remains: readonly RemainsRecord[]): void {
  for (const description of remainsByStudy(remains)) {
    info.annotations.push({ type: 'still on the server', description });
    process.stderr.write(`still on the server: ${description}\n`);
  }
}

/** One sentence for each study and reason. */
export function remainsByStudy(remains: readonly RemainsRecord[]): readonly string[] {
  const counts = new Map<string, { readonly study: string; readonly why: string; readonly instances: number }>();
  for (const { studyInstanceUid: study, why } of remains) {
    const key = `${study} ${why}`;
    counts.set(key, { study, why, instances: (counts.get(key)?.instances ?? 0) + 1 });
  }
  return [...counts.values()].map(
    ({ study, why, instances }) => `study ${study}, ${instances} ${instances === 1 ? 'instance' : 'instances'}: ${why}`,
  );
}
