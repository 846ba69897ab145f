/**
 * `npm run sample-report`: makes docs/sample-report.html again, the report of the reference server with ten faults, and
 * docs/report.png, its first screen, where there is a browser.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, openPage, skipWithoutBrowser } from '../reports/browser.ts';
import { playAgainstFaults, TEN_FAULTS } from './faulty-run.ts';

const STATED = ['--product', 'Reference server', '--product-version', 'with ten faults'];
const ABOUT = ['--environment', 'made by npm run sample-report', '--tester', 'nobody'];
const SAMPLE = 'docs/sample-report.html';
const PICTURE = 'docs/report.png';
const SCREEN = { width: 1100, height: 760 };

const folder = mkdtempSync(join(tmpdir(), 'sample-'));
try {
  const run = join(folder, 'run');
  const exitCode = await playAgainstFaults(run, TEN_FAULTS, ['tutorial', 'duties', ...STATED, ...ABOUT]);
  if (exitCode !== 1) throw new Error(`the run ended with exit code ${exitCode}, and findings were expected`);
  copyFileSync(join(run, 'report.html'), SAMPLE);
  console.log(SAMPLE);
  if (!skipWithoutBrowser()) await takePicture();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function takePicture(): Promise<void> {
  const browser = await launch();
  try {
    const html = readFileSync(SAMPLE, 'utf8');
    const { page, close } = await openPage(browser, html, { viewport: SCREEN, fragment: '#lang=en' });
    await page.screenshot({ path: PICTURE });
    await close();
    console.log(PICTURE);
  } finally {
    await browser.close();
  }
}
