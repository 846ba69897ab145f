import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../support/chromium.ts';

/** Reason to skip a page test, or false when there is a browser. In CI there has to be one. */
export function skipWithoutBrowser(): string | false {
  if (chromiumPath() !== null) return false;
  const reason = 'needs Chromium, which is not installed';
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}

export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath() ?? '', args: ['--no-sandbox'] });
}

/** A page opened from a file, with what it complained of and what it asked the network for. */
export interface OpenedPage {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Opens HTML as a file of its own, as a person does who got it by mail. */
export async function openPage(
  browser: Browser,
  html: string,
  options: BrowserContextOptions & { readonly fragment?: string } = {},
): Promise<OpenedPage> {
  const folder = mkdtempSync(join(tmpdir(), 'report-page-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) requests.push(request.url());
  });
  const url = `${pathToFileURL(file).href}${options.fragment ?? ''}`;
  await page.goto(url);
  return {
    page,
    complaints,
    requests,
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
