import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { VERDICT_ANNOTATION } from './verdict-annotation.ts';

/** One line a scenario on standard error while the run goes on; the verdict in full comes from results.json. */
export default class ProgressReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    const verdict = result.annotations.find(({ type }) => type === VERDICT_ANNOTATION)?.description ?? 'not played';
    process.stderr.write(`  ${verdict.padEnd(10)} ${test.title} (${result.duration} ms)\n`);
  }

  onError(error: TestError): void {
    process.stdout.write(`${error.message ?? error.value ?? 'unknown error'}\n${error.stack ?? ''}\n`);
  }

  onEnd(_result: FullResult): void {}

  printsToStdio(): boolean {
    return true;
  }
}
