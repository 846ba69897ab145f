import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Browser, Page } from '@playwright/test';
import type { Results } from '../../../lib/results/results.ts';
import { renderPage } from '../../../reports/page/render-page.tsx';
import { ofTheDay } from '../../support/drawn.ts';
import { openPage, skipWithoutBrowser } from '../browser.ts';
import { exchange, finding, resultsOf, scenario, violation } from '../fixtures.ts';
import { ALARM, HOSTILE_TEXTS, HUGE, hostileRun } from '../hostile.ts';

/** Every element of the page with its attributes' names: what must not depend on what a server says. */
async function skeleton(page: Page): Promise<string[]> {
  const lines = (await page.evaluate(`[...document.querySelectorAll('*')]
    .filter((element) => !element.closest('.hex tbody'))
    .map((element) => [element.tagName, ...element.getAttributeNames()].join(' ')).join('\\n')`)) as string;
  return lines.split('\n');
}

async function skeletonOf(browser: Browser, results: Results): Promise<{ shape: string[]; text: string }> {
  const { page, complaints, requests, close } = await openPage(browser, renderPage(results));
  await page.evaluate('document.querySelectorAll("details").forEach((fold) => { fold.open = true; })');
  await page.waitForTimeout(20);
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests, []);
  assert.ok(!(await page.title()).startsWith(ALARM), 'a script of the server ran');
  const shape = await skeleton(page);
  const text = (await page.locator('body').textContent()) ?? '';
  await close();
  return { shape, text };
}

export function hostilePageTests(browser: () => Browser): void {
  const skip = skipWithoutBrowser();
  let harmless: readonly string[];
  before(async () => {
    if (!skip) harmless = (await skeletonOf(browser(), hostileRun('harmless'))).shape;
  });

  for (const [index, text] of ofTheDay([...HOSTILE_TEXTS.entries()], 6)) {
    test(`changes nothing but text (${index}: ${JSON.stringify(text).slice(0, 40)})`, { skip }, async () => {
      const hostile = await skeletonOf(browser(), hostileRun(text));
      assert.deepEqual(hostile.shape, harmless);
      assert.doesNotMatch(
        hostile.text,
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/,
      );
    });
  }

  test('markup of the server is there to be read', { skip }, async () => {
    const { text } = await skeletonOf(browser(), hostileRun('<script>alert(1)</script>'));
    assert.ok(text.includes('<script>alert(1)</script>'));
  });

  test('a header of ten megabytes is cut, with its size said', { skip }, async () => {
    const run = resultsOf(
      [
        scenario('T06', [finding('JSON-001', 'fail', { breaches: [violation({ exchange: 'X.1' })] })], {
          verdict: 'fail',
        }),
      ],
      [exchange('X.1', { request: { method: 'GET', url: HUGE, headers: [['X-Huge', HUGE]], body: null } })],
    );
    const html = renderPage(run);
    assert.ok(Buffer.byteLength(html) < 2_000_000);
    const { page, complaints, close } = await openPage(browser(), html);
    await page.locator('.exchange > summary').first().click();
    assert.match(
      (await page.locator('.exchange pre').first().textContent()) ?? '',
      /X-Huge: h+… \(cut: 10,000,0\d\d characters in all\)/,
    );
    assert.deepEqual(complaints, []);
    await close();
  });
}
