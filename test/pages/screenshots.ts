/**
 * `npm run screenshots -- DIR`: pictures of every page as it is seen on a laptop, on a phone and on paper, in English and
 * in Japanese. Paper is written as PDF, and as pictures where pdftoppm is installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { launch, openPage, skipWithoutBrowser } from '../reports/browser.ts';
import { findTool } from '../support/tools.ts';
import { shownPages } from './shown-pages.ts';

const LANGUAGES = ['en', 'ja'] as const;
const DEVICES = {
  laptop: { viewport: { width: 1366, height: 900 } },
  phone: { viewport: { width: 360, height: 740 } },
} as const;
/** Longest picture, in CSS pixels: what lies below is more of the same. */
const LONGEST = 6_000;

const { positionals } = parseArgs({ allowPositionals: true });
const [out] = positionals;
const missing = skipWithoutBrowser();
if (out === undefined || missing) {
  console.error(missing || 'usage: npm run screenshots -- DIR');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
const browser = await launch();
try {
  for (const [name, html] of Object.entries(await shownPages(folder))) {
    for (const language of LANGUAGES) await take(browser, html, join(out, `${name}.${language}`), language);
    console.log(name);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function take(on: Browser, html: string, path: string, language: string): Promise<void> {
  const fragment = `#lang=${language}`;
  for (const [device, options] of Object.entries(DEVICES)) {
    const { page, close } = await openPage(on, html, { ...options, fragment });
    await page.screenshot({ path: `${path}.${device}.png` });
    const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
    const { width } = options.viewport;
    const clip = { x: 0, y: 0, width, height: Math.min(height, LONGEST) };
    await page.screenshot({ path: `${path}.${device}.whole.png`, fullPage: true, clip });
    await close();
  }
  const { page, close } = await openPage(on, html, { fragment });
  const pdf = `${path}.print.pdf`;
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  await close();
  const pdftoppm = findTool('pdftoppm');
  if (pdftoppm) spawnSync(pdftoppm, ['-png', '-r', '70', pdf, `${path}.print`]);
}
