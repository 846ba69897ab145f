import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '@playwright/test';
import { compareRuns } from '../../../lib/results/compare.ts';
import { causesOf } from '../../../lib/results/first-cause.ts';
import { historyOf } from '../../../lib/results/history.ts';
import { compareLoads } from '../../../lib/results/load-compare.ts';
import { loadHistories } from '../../../lib/results/load-history.ts';
import { scoreboardOf } from '../../../lib/results/scoreboard.ts';
import { compareHtml } from '../../../reports/compare/html.tsx';
import { compareLoadHtml } from '../../../reports/compare/load-html.tsx';
import { historyHtml } from '../../../reports/history/html.tsx';
import { renderPage } from '../../../reports/page/render-page.tsx';
import { scoreboardHtml } from '../../../reports/scoreboard/html.tsx';
import { ticketText } from '../../../reports/ticket.ts';
import { openPage, skipWithoutBrowser } from '../browser.ts';
import { crowdedRun } from '../page/crowded-run.ts';
import { cleanRun, loadRun, nothingJudgedRun, partialRun, tenFaultsRun } from '../runs.ts';

const PAGES = {
  clean: renderPage(cleanRun()),
  'ten faults': renderPage(tenFaultsRun()),
  partial: renderPage(partialRun()),
  'nothing judged': renderPage(nothingJudgedRun()),
  load: renderPage(loadRun()),
  history: historyHtml(historyOf([cleanRun(), tenFaultsRun()]), loadHistories([loadRun(), loadRun()])),
  scoreboard: scoreboardHtml(scoreboardOf([cleanRun(), tenFaultsRun(), partialRun()])),
  comparison: compareHtml(compareRuns(cleanRun(), tenFaultsRun())),
  'load comparison': compareLoadHtml([loadRun()], [loadRun()], compareLoads([loadRun()], [loadRun()])),
};

/** Width of A4 between the margins that the print style sets, in CSS pixels. */
const PAPER = 687;

export function pageTests(browser: () => Browser): void {
  const skip = skipWithoutBrowser();
  for (const [name, html] of Object.entries(PAGES)) {
    test(`is under 2 MB (${name})`, () => {
      assert.ok(Buffer.byteLength(html) < 2_000_000, `${Buffer.byteLength(html)} bytes`);
    });

    test(`opens from a file without a complaint, asks nobody for anything, and has no table that paper cuts (${name})`, {
      skip,
    }, async () => {
      const { page, complaints, requests, close } = await openPage(browser(), html);
      assert.equal(await page.locator('h1').count(), 1);
      assert.deepEqual(complaints, []);
      assert.deepEqual(requests, []);
      await page.setViewportSize({ width: PAPER, height: 1000 });
      await page.emulateMedia({ media: 'print' });
      await page.evaluate('dispatchEvent(new Event("beforeprint"))');
      const cut = (await page.evaluate(`[...document.querySelectorAll('table, pre, svg, code, .badge, td')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120))`)) as string[];
      assert.deepEqual(cut, []);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-');
      await close();
    });
  }

  test('a page of three thousand problems has few elements, and filters them', { skip }, async () => {
    const { page, complaints, close } = await openPage(browser(), renderPage(crowdedRun()));
    assert.equal(await page.locator('.cause').count(), 3_000);
    const elements = (await page.evaluate('document.querySelectorAll("*").length')) as number;
    assert.ok(elements < 40_000, `${elements} elements`);
    await page.locator('#q').fill('"299-9"');
    assert.equal(await page.locator('.cause:visible').count(), 1);
    assert.equal(await page.locator('#shown').textContent(), '1 / 3000');
    assert.deepEqual(complaints, []);
    await close();
  });

  test('every control is reached and worked by keyboard', { skip }, async () => {
    const { page, close } = await openPage(browser(), PAGES['ten faults']);
    const wanted =
      (await page.evaluate(`[...document.querySelectorAll('a[href], button, input, select, summary, pre[tabindex], .hex')]
    .filter((element) => element.checkVisibility()).length`)) as number;
    await page.evaluate(`window.reached = new Set();
    addEventListener('focusin', ({ target }) => window.reached.add(target))`);
    for (let press = 0; press < wanted + 5; press++) await page.keyboard.press('Tab');
    const reached = (await page.evaluate('window.reached.size')) as number;
    assert.ok(reached >= wanted, `${reached} of ${wanted}`);
    await page.locator('.cause > summary').first().focus();
    const open = () => page.locator('.cause').first().getAttribute('open');
    const first = await open();
    await page.keyboard.press('Enter');
    assert.notEqual(await open(), first);
    await page.locator('input[value=fail]').focus();
    await page.keyboard.press('Space');
    assert.equal(await page.locator('.cause[data-filter^=warn]:visible').count(), 0);
    await close();
  });

  test('filters are kept in the fragment and obeyed from it', { skip }, async () => {
    const { page, close } = await openPage(browser(), PAGES['ten faults']);
    await page.locator('input[value=warn]').check();
    assert.equal(await page.evaluate('location.hash'), '#verdict=warn');
    assert.equal(await page.locator('.cause:visible').count(), 1);
    await page.locator('#service').selectOption('DICOM JSON');
    await page.locator('#level').selectOption('derived');
    await page.locator('#q').fill('decimal strings');
    const fragment = (await page.evaluate('location.hash')) as string;
    await close();

    const again = await openPage(browser(), PAGES['ten faults'], { fragment });
    assert.equal(await again.page.locator('input[value=warn]').isChecked(), true);
    assert.equal(await again.page.locator('#service').inputValue(), 'DICOM JSON');
    assert.equal(await again.page.locator('#level').inputValue(), 'derived');
    assert.equal(await again.page.locator('#q').inputValue(), 'decimal strings');
    assert.equal(await again.page.locator('.cause:visible').count(), 1);
    await again.page.locator('button[type=reset]').click();
    assert.ok((await again.page.locator('.cause:visible').count()) > 5);
    assert.equal(await again.page.locator('#q').inputValue(), '');
    await again.close();
  });

  test('a search that finds nothing shows nothing and says so', { skip }, async () => {
    const { page, close } = await openPage(browser(), PAGES['ten faults'], { fragment: '#q=no-such-text' });
    assert.equal(await page.locator('[data-filter]:visible').count(), 0);
    assert.match((await page.locator('#shown').textContent()) ?? '', /^0 \/ \d+$/);
    await close();
  });

  for (const fragment of [
    '#WADO-RS-010',
    '#verdict=pass&at=WADO-RS-010',
    '#finding-value-differs.1',
    '#exchange-T06.1',
  ]) {
    test(`a deep link opens what is folded (${fragment})`, { skip }, async () => {
      const { page, close } = await openPage(browser(), PAGES['ten faults'], { fragment });
      const id = fragment.split('=').at(-1)?.replace('#', '') ?? '';
      const target = page.locator(`[id="${id}"]`);
      assert.equal(await target.isVisible(), true);
      const top = (await target.boundingBox())?.y ?? -1;
      assert.ok(top >= 0 && top < 900, `at ${top}`);
      await close();
    });
  }

  test('every link into the page has its target, and no id is there twice', { skip }, async () => {
    const { page, close } = await openPage(browser(), PAGES['ten faults']);
    const broken = await page.evaluate(`[...document.querySelectorAll('a[href^="#"]')]
    .filter((link) => !document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1))))
    .map((link) => link.outerHTML)`);
    assert.deepEqual(broken, []);
    const twice = await page.evaluate(`(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  })()`);
    assert.deepEqual(twice, []);
    await close();
  });

  test('the language changes the words of the page and not those of the server', { skip }, async () => {
    const { page, close } = await openPage(browser(), PAGES['ten faults']);
    await page.locator('#language').click();
    assert.equal(await page.locator('#findings h2').textContent(), '満たされていない要件（重大な順）');
    assert.equal(await page.locator('h1').textContent(), 'ExampleArchive/4.2');
    assert.match((await page.locator('#verdict').textContent()) ?? '', /^不適合/);
    const untranslated = await page.evaluate(
      `[...document.querySelectorAll('[data-ja]')].filter((element) => element.children.length > 0).length`,
    );
    assert.equal(untranslated, 0);
    await page.locator('#language').click();
    assert.equal(await page.locator('#findings h2').textContent(), 'Problems found, most serious first');
    await close();
  });

  test('a reader whose browser is Japanese is met in Japanese', { skip }, async () => {
    const { page, close } = await openPage(browser(), PAGES.clean, { browserOptions: { locale: 'ja-JP' } });
    assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
    await close();
  });

  test('copies the ticket that lies in tickets/', { skip }, async () => {
    const { page, close } = await openPage(browser(), PAGES['ten faults']);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.cause .ticket > summary').first().click();
    await page.locator('.cause .ticket .copy').first().click();
    await page.locator('.copy', { hasText: 'Copied' }).waitFor();
    const copied = (await page.evaluate('navigator.clipboard.readText()')) as string;
    const [worst] = causesOf(tenFaultsRun());
    assert.ok(worst);
    assert.equal(copied, ticketText(tenFaultsRun(), worst));
    await page.context().clearPermissions();
    await close();
  });

  test('shows everything without its script', { skip }, async () => {
    const { page, close } = await openPage(browser(), PAGES['ten faults'], {
      browserOptions: { javaScriptEnabled: false },
    });
    assert.equal(await page.locator('#toolbar').isVisible(), false);
    assert.ok((await page.locator('.cause').count()) > 5);
    await close();
  });
}
