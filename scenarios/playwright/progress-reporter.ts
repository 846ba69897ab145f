import { join } from 'node:path';
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { endWithParent } from '../../lib/run/end-with-parent.ts';
import { fileJournal, JOURNAL_FILE } from '../../lib/run/journal.ts';
import { RUN_FOLDER_VARIABLE, VERBOSE_VARIABLE } from '../../lib/run/run-folder-variable.ts';
import { VERDICT_ANNOTATION } from './verdict-annotation.ts';

/**
 * One line a scenario on standard error while the run goes on; the verdict in full comes from results.json. A scenario
 * that failed makes Playwright's run a failed one.
 */
export default class ProgressReporter implements Reporter {
  private isFailed = false;
  private said = 0;

  constructor() {
    endWithParent();
    // Whoever read the progress may be gone; the scenarios are played to their end, or nobody cleans up.
    for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const verdict = result.annotations.find(({ type }) => type === VERDICT_ANNOTATION)?.description ?? 'not played';
    if (verdict === 'fail') this.isFailed = true;
    if (process.env[VERBOSE_VARIABLE]) this.sayExchanges();
    process.stderr.write(`  ${verdict.padEnd(10)} ${test.title} (${result.duration} ms)\n`);
  }

  /** The exchanges that the journal has, since it was looked at last. */
  private sayExchanges(): void {
    const journal = fileJournal(join(process.env[RUN_FOLDER_VARIABLE] ?? '', JOURNAL_FILE)).entries();
    for (const entry of journal.slice(this.said)) {
      if (entry.kind !== 'exchange') continue;
      const { id, request, response, failure, timings } = entry.record;
      const answered =
        response === null ? `no answer (${failure?.message ?? ''})` : `${response.status} ${response.reason}`;
      const line = `${id.padEnd(8)} ${request.method} ${request.url} → ${answered.trim()}, ${Math.round(timings.end)} ms`;
      // A server must not command the terminal.
      process.stderr.write(`    ${line.replace(/\p{C}/gu, '?').slice(0, 600)}\n`);
    }
    this.said = journal.length;
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
