import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { Browser, Page } from '@playwright/test';
import { compareRuns } from '../../../lib/results/compare.ts';
import { historyOf } from '../../../lib/results/history.ts';
import { compareLoads } from '../../../lib/results/load-compare.ts';
import { loadHistories } from '../../../lib/results/load-history.ts';
import { scoreboardOf } from '../../../lib/results/scoreboard.ts';
import { compareHtml } from '../../../reports/compare/html.tsx';
import { compareLoadHtml } from '../../../reports/compare/load-html.tsx';
import { historyHtml } from '../../../reports/history/html.tsx';
import { renderCertificate } from '../../../reports/page/certificate.tsx';
import { renderPage } from '../../../reports/page/render-page.tsx';
import { scoreboardHtml } from '../../../reports/scoreboard/html.tsx';
import { openPage, skipWithoutBrowser } from '../browser.ts';
import { cleanRun, loadRun, partialRun, tenFaultsRun } from '../runs.ts';

const PAGES: Readonly<Record<string, () => string>> = {
  'ten faults': () => renderPage(tenFaultsRun()),
  load: () => renderPage(loadRun()),
  comparison: () => compareHtml(compareRuns(cleanRun(), tenFaultsRun())),
  'load comparison': () => compareLoadHtml([loadRun()], [loadRun()], compareLoads([loadRun()], [loadRun()])),
  history: () => historyHtml(historyOf([cleanRun(), tenFaultsRun()]), loadHistories([loadRun(), loadRun()])),
  scoreboard: () => scoreboardHtml(scoreboardOf([cleanRun(), tenFaultsRun(), partialRun()])),
  certificate: () => renderCertificate(tenFaultsRun(), { 'results.json': 'a'.repeat(64) }),
};

/** Both schemes and both languages, each once: a colour does not depend on the language, nor a name on the scheme. */
const LOOKS = [
  { colorScheme: 'light', language: 'en' },
  { colorScheme: 'dark', language: 'ja' },
] as const;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const NARROWEST = 320;

/** Ids of the rules that axe finds broken, with the first element of each. */
async function axeViolations(page: Page): Promise<string[]> {
  const found = (await page.evaluate(`axe.run({ resultTypes: ['violations'] })`)) as {
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

export function axeTests(browser: () => Browser): void {
  const skip = skipWithoutBrowser();
  for (const [name, htmlOf] of Object.entries(PAGES)) {
    test(`axe finds nothing in light and dark, in both languages, all unfolded (${name})`, { skip }, async () => {
      const { page, close } = await openPage(browser(), htmlOf());
      // One section of clauses stands for all of them: axe takes many seconds for hundreds of like rows.
      await page.evaluate(`document.querySelectorAll('.clause ~ .clause').forEach((section) => section.remove())`);
      await page.evaluate(`document.querySelectorAll('details').forEach((fold) => { fold.open = true; })`);
      await page.evaluate(AXE);
      for (const { colorScheme, language } of LOOKS) {
        await page.emulateMedia({ colorScheme });
        if ((await page.locator('html').getAttribute('lang')) !== language) await page.locator('#language').click();
        assert.equal(await page.locator('html').getAttribute('lang'), language);
        assert.deepEqual(await axeViolations(page), [], `${colorScheme}, ${language}`);
      }
      await page.setViewportSize({ width: NARROWEST, height: 700 });
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), NARROWEST, 'in Japanese');
      await page.locator('#language').click();
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), NARROWEST, 'in English');
      await close();
    });
  }
}
