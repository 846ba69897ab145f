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

const SCREEN = { width: 1366, height: 900 };

/** What a page is opened with: a part of it, a size of the window, or a browser that is set up in another way. */
interface Opening {
  readonly fragment?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly browserOptions?: BrowserContextOptions;
}

/** Windows that no test looks at, by browser: a new one costs more processor time than a report that is opened in it. */
const idle = new WeakMap<Browser, Page>();

async function windowOf(browser: Browser, options: BrowserContextOptions | undefined): Promise<Page> {
  const kept = options === undefined ? idle.get(browser) : undefined;
  if (kept !== undefined && idle.delete(browser)) return kept;
  const context = await browser.newContext({ viewport: SCREEN, locale: 'en-GB', ...options });
  return context.newPage();
}

/** Opens HTML as a file of its own, as a person does who got it by mail. */
export async function openPage(
  browser: Browser,
  html: string,
  { fragment = '', viewport = SCREEN, browserOptions }: Opening = {},
): Promise<OpenedPage> {
  const folder = mkdtempSync(join(tmpdir(), 'report-page-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const url = `${pathToFileURL(file).href}${fragment}`;
  const page = await windowOf(browser, browserOptions);
  await page.setViewportSize(viewport);
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
  await page.goto(url);
  return {
    page,
    complaints,
    requests,
    async close() {
      page.removeAllListeners();
      if (browserOptions === undefined) {
        await page.emulateMedia({ media: null, colorScheme: null });
        await page.goto('about:blank');
        idle.set(browser, page);
      } else {
        await page.context().close();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
