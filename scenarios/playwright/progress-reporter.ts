import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { VERDICT_ANNOTATION } from './verdict-annotation.ts';

/**
 * One line a scenario on standard error while the run goes on; the verdict in full comes from results.json. A scenario
 * that failed makes Playwright's run a failed one.
 */
export default class ProgressReporter implements Reporter {
  private isFailed = false;

  constructor() {
    // Whoever read the progress may be gone; the scenarios are played to their end, or nobody cleans up.
    for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const verdict = result.annotations.find(({ type }) => type === VERDICT_ANNOTATION)?.description ?? 'not played';
    if (verdict === 'fail') this.isFailed = true;
    process.stderr.write(`  ${verdict.padEnd(10)} ${test.title} (${result.duration} ms)\n`);
  }

  onError(error: TestError): void {
    process.stdout.write(`${error.message ?? error.value ?? 'unknown error'}\n${error.stack ?? ''}\n`);
  }

  async onEnd(): Promise<{ status: 'failed' } | undefined> {
    return this.isFailed ? { status: 'failed' } : undefined;
  }

  printsToStdio(): boolean {
    return true;
  }
}
