/**
 * `npm run sample-report`: makes docs/sample-report.html again, the report of the reference server with ten faults.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playAgainstFaults, TEN_FAULTS } from './faulty-run.ts';

const STATED = ['--product', 'Reference server', '--product-version', 'with ten faults'];
const ABOUT = ['--environment', 'made by npm run sample-report', '--tester', 'nobody'];
const SAMPLE = 'docs/sample-report.html';

const folder = mkdtempSync(join(tmpdir(), 'sample-'));
try {
  const run = join(folder, 'run');
  const exitCode = await playAgainstFaults(run, TEN_FAULTS, ['tutorial', 'duties', ...STATED, ...ABOUT]);
  if (exitCode !== 1) throw new Error(`the run ended with exit code ${exitCode}, and findings were expected`);
  copyFileSync(join(run, 'report.html'), SAMPLE);
  console.log(SAMPLE);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
