import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Browser } from '@playwright/test';
import { causesOf } from '../../../lib/results/first-cause.ts';
import type { Results } from '../../../lib/results/results.ts';
import { renderCertificate } from '../../../reports/page/certificate.tsx';
import { scopeByService } from '../../../reports/scope.ts';
import { visible } from '../../../reports/visible-text.ts';
import { teller } from '../../../reports/words/tell.ts';
import { openPage, skipWithoutBrowser } from '../browser.ts';
import { runFolder } from '../command.ts';
import { cleanRun, nothingJudgedRun, tenFaultsRun } from '../runs.ts';

/** Ten faults of which every breach is accepted, in the longest words that a certificate has to hold. */
function fullRun(): Results {
  const run = tenFaultsRun();
  const long = 'a reason that takes more than one line of the certificate because it says much. '.repeat(3);
  const accepted = { reason: long, ticket: 'ARCH-1', owner: 'Ada Lovelace', expires: '2027-03-31' };
  const stated = { product: 'P'.repeat(80), productVersion: '4.2', environment: 'staging '.repeat(20), tester: 'Ada' };
  return {
    ...run,
    target: { ...run.target, stated },
    requirements: run.requirements.map((record) =>
      record.verdict === 'fail' ? { ...record, baseline: accepted } : record,
    ),
  };
}

export function certificateTests(browser: () => Browser): void {
  test('the certificate says what was found, by whom it is accepted, and which results it is of', () => {
    const folder = runFolder(fullRun());
    const html = readFileSync(join(folder, 'certificate.html'), 'utf8');
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, 'results.json')))
      .digest('hex');
    for (const text of ['Not conformant', 'Ada Lovelace', '2027-03-31', hash, 'Tested by', 'Accepted by'])
      assert.ok(html.includes(text), text);
    assert.ok(!renderCertificate(cleanRun(), {}).includes('Not conformant'));
    assert.ok(renderCertificate(nothingJudgedRun(), {}).includes('Not decided'));
  });

  test('the certificate lists the problems by their grade, every service, and what is left on the server', () => {
    const run = tenFaultsRun();
    const remains = [1, 2, 3].map((study) => ({ studyInstanceUid: `1.2.${study}`, why: 'the DELETE was refused' }));
    const html = renderCertificate({ ...run, remains }, {})
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&');
    const causes = causesOf(run);
    const tell = teller(run);
    const listed = causes.filter(({ grade }) => grade === 'fail');
    assert.ok(listed.length > 5, 'every failure is listed, though they are more than five');
    for (const { lead } of listed)
      assert.ok(html.includes(visible(tell(lead.breach).english.headline, 150)), lead.breach.code);
    assert.equal(html.match(/class="badge (fail|warn)"/g)?.length, listed.length);
    assert.ok(causes.length > listed.length);
    assert.ok(html.includes(`and ${causes.length - listed.length} problem`));
    for (const { service, counts } of scopeByService(run))
      assert.match(html, new RegExp(`${service} ${counts.judged + counts.partly}/\\d+`));
    for (const text of ['1.2.1', '1.2.2', '1.2.3']) assert.ok(html.includes(text), text);
    assert.ok(renderCertificate(cleanRun(), {}).includes('Nothing that the run knows of.'));
  });

  test('the certificate of a sound server is one sheet of A4, that of a server with nine failures two, in both languages', {
    skip: skipWithoutBrowser(),
  }, async () => {
    for (const [run, sheets] of [
      [cleanRun(), 1],
      [fullRun(), 2],
    ] as const) {
      for (const language of ['en', 'ja']) {
        const html = renderCertificate(run, { 'results.json': 'a'.repeat(64) });
        const { page, complaints, close } = await openPage(browser(), html, { fragment: `#lang=${language}` });
        assert.deepEqual(complaints, []);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
        assert.ok(pages >= 1 && pages <= sheets, `${language}: ${pages} sheets`);
        await close();
      }
    }
  });
}
