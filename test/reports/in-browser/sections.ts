import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '@playwright/test';
import { renderPage } from '../../../reports/page/render-page.tsx';
import { openPage, skipWithoutBrowser } from '../browser.ts';
import { finding, resultsOf, scenario } from '../fixtures.ts';

const again = ['T12', 'T13', 'T14'].map((id) =>
  scenario(
    id,
    [
      finding('JSON-016', 'incomplete', { remark: 'no attribute is empty' }),
      finding('JSON-025', 'info', { remark: 'SpecificCharacterSet is absent' }),
      finding('QIDO-001', id === 'T12' ? 'fail' : 'pass'),
    ],
    { service: 'search' },
  ),
);
const judgedElsewhere = scenario('partial-store', [finding('JSON-016', 'pass')], { service: 'store' });
const page = renderPage(resultsOf([...again, judgedElsewhere]));

function section(id: string): string {
  return new RegExp(`<section id="${id}">.*?</section>`, 's').exec(page)?.[0] ?? '';
}

export function sectionTests(browser: () => Browser): void {
  test('the same remark on one requirement in several scenarios is one row with all of them', () => {
    for (const id of ['unjudged', 'noted']) {
      assert.equal(section(id).match(/<tr data-filter/g)?.length, 1, id);
      for (const scenarioId of ['T12', 'T13', 'T14']) assert.match(section(id), new RegExp(`#scenario-${scenarioId}"`));
    }
  });

  test('the matrix counts requirements, each once in a cell and by its gravest verdict there', () => {
    const cells = [...section('matrix').matchAll(/class="tally (\w+)">(\d+)/g)].map(([, verdict, count]) => [
      verdict,
      count,
    ]);
    assert.deepEqual(cells, [
      ['fail', '1'],
      ['incomplete', '1'],
      ['info', '1'],
      ['pass', '1'],
    ]);
  });

  test('scenarios with long ids are no wider than a phone', { skip: skipWithoutBrowser() }, async () => {
    const opened = await openPage(browser(), page, { viewport: { width: 390, height: 844 } });
    assert.equal(await opened.page.evaluate('document.documentElement.scrollWidth'), 390);
    await opened.close();
  });

  test('the sentence in Japanese says what stands in the way and what the baseline accepts', () => {
    const run = resultsOf([
      scenario('T01', [
        finding('STOW-032', 'fail'),
        finding('WADO-RS-001', 'incomplete', { reason: 'prerequisite-failed', remark: 'nothing <was> stored' }),
      ]),
    ]);
    const requirements = run.requirements.map((record) =>
      record.id === 'STOW-032' ? { ...record, baseline: { reason: 'known' } } : record,
    );
    const html = renderPage({ ...run, requirements, unmatched: [{ requirement: 'QIDO-001', why: 'it is met' }] });
    const japanese = /id="verdict"[^>]*><span data-ja="([^"]*)"/.exec(html)?.[1];
    assert.match(japanese ?? '', /不適合.*主な妨げ：nothing &lt;was> stored。.*うち 1 件はベースライン.*項目が 1 件/);
  });
}
