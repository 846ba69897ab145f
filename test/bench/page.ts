import type { Browser } from '@playwright/test';
import { renderPage } from '../../reports/page/render-page.tsx';
import { launch, openPage } from '../reports/browser.ts';
import { crowdedRun } from '../reports/page/crowded-run.ts';

/** What it takes to make a report of three thousand problems and to open it. Times in milliseconds. */
export interface PageResult {
  readonly problems: number;
  readonly bytes: number;
  readonly rendered: number;
  readonly firstPaint: number;
  /** From the start of the navigation to the end of the load event. */
  readonly opened: number;
  /** CPU time of the page's main thread until then: other work on the machine does not count. */
  readonly cpu: number;
  readonly elements: number;
  readonly bar: number;
  readonly reached: boolean;
}

const PROBLEMS = 3_000;
const BAR = 1_000;
const ROUNDS = 5;

/** Measures the report of three thousand problems in Chromium; the best of some rounds counts, as for the generators. */
export async function measurePage(): Promise<PageResult> {
  const results = crowdedRun(PROBLEMS);
  const start = performance.now();
  const html = renderPage(results);
  const rendered = performance.now() - start;
  const browser = await launch();
  try {
    const rounds: Opening[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await opening(browser, html));
    const best = (of: (one: Opening) => number) => Math.min(...rounds.map(of));
    const opened = best((one) => one.opened);
    return {
      problems: PROBLEMS,
      bytes: Buffer.byteLength(html),
      rendered,
      firstPaint: best((one) => one.firstPaint),
      opened,
      cpu: best((one) => one.cpu),
      elements: best((one) => one.elements),
      bar: BAR,
      reached: opened < BAR,
    };
  } finally {
    await browser.close();
  }
}

interface Opening {
  readonly opened: number;
  readonly firstPaint: number;
  readonly cpu: number;
  readonly elements: number;
}

async function opening(browser: Browser, html: string): Promise<Opening> {
  const { page, close } = await openPage(browser, '<!doctype html>');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.route('http://page.invalid/', (route) => route.fulfill({ body: html, contentType: 'text/html' }));
  await page.goto('http://page.invalid/');
  await page.waitForFunction('performance.getEntriesByType("paint").length > 0');
  const { metrics } = await session.send('Performance.getMetrics');
  const times = (await page.evaluate(`({
    opened: performance.getEntriesByType('navigation')[0].loadEventEnd,
    firstPaint: performance.getEntriesByType('paint')[0].startTime,
    elements: document.querySelectorAll('*').length,
  })`)) as Omit<Opening, 'cpu'>;
  await close();
  return { ...times, cpu: 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) };
}
