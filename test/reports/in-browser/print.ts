import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '@playwright/test';
import { renderPage } from '../../../reports/page/render-page.tsx';
import { openPage, skipWithoutBrowser } from '../browser.ts';
import { exchange, finding, resultsOf, scenario, violation } from '../fixtures.ts';

/** Thirty problems, each with an exchange, bytes and a remark, as a real server has them. */
const THIRTY = resultsOf(
  Array.from({ length: 30 }, (_, index) => {
    const breach = violation({
      claim: `0010${1000 + index}`,
      expected: '{"Alphabetic":"Anony^Mous"}, as it was stored in blue-circle.dcm and nothing else',
      actual: `"Anony^Mous ${index}", which no client reads as the name of a person`,
      where: { kind: 'json', pointer: `/${index}/00100010/Value/0` },
      exchange: `T${index}.1`,
    });
    return scenario(`T${index}`, [
      finding('JSON-016', 'fail', {
        breaches: [breach],
        remark: 'the answer came from a cache',
        exchanges: [`T${index}.1`],
      }),
    ]);
  }),
  Array.from({ length: 30 }, (_, index) => exchange(`T${index}.1`)),
);

export function printTests(browser: () => Browser): void {
  test('thirty problems are under twelve pages on paper, numbered, with the id of the run', {
    skip: skipWithoutBrowser(),
  }, async () => {
    const html = renderPage(THIRTY);
    assert.equal(html.match(/class="cause"/g)?.length, 30);
    const { page, close } = await openPage(browser(), html);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    assert.ok(pages > 2 && pages < 12, `${pages} pages`);
    assert.match(html, new RegExp(`@bottom-left \\{ content: "[^"]*${THIRTY.run.id}`));
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.print-only').isVisible(), true);
    assert.equal(await page.locator('.cause .difference').first().isVisible(), true);
    await close();
  });
}
