import assert from 'node:assert/strict';
import { copyFileSync, cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Browser } from '@playwright/test';
import { conformanceStatementCommand } from '../../../lib/cli/conformance-statement.ts';
import { verifyCommand } from '../../../lib/cli/proof/verify.ts';
import { reportCommand } from '../../../lib/cli/report.ts';
import { EXIT_CODES } from '../../../lib/errors/exit-codes.ts';
import { readResults } from '../../../lib/results/read-results.ts';
import type { Results } from '../../../lib/results/results.ts';
import { renderPage } from '../../../reports/page/render-page.tsx';
import { playAgainstFaults, TEN_FAULTS } from '../../pages/faulty-run.ts';
import { openPage, skipWithoutBrowser } from '../browser.ts';
import { emptyFolder, outcomeOf } from '../command.ts';
import { FORMATS } from '../counts.ts';

export function realRunTests(browser: () => Browser): void {
  let folder: string;
  let exitCode: number | null;
  let results: Results;

  before(async () => {
    folder = join(emptyFolder(), 'run');
    exitCode = await playAgainstFaults(folder, TEN_FAULTS);
    results = readResults(folder);
  });

  test('a run against ten faults ends with the exit code that its results give', () => {
    assert.equal(results.run.completeness, 'complete');
    assert.equal(exitCode, results.summary.exitCode);
    assert.equal(exitCode, EXIT_CODES.findings);
  });

  for (const [format, countsOf] of Object.entries(FORMATS)) {
    test(`${format} of a real run gives the counts of the summary`, () => {
      assert.deepEqual(countsOf(results), results.summary.counts);
    });
  }

  test('a real run is verified before and after it is reported again', async () => {
    assert.equal((await outcomeOf(verifyCommand(), folder)).exitCode, EXIT_CODES.conformant);
    assert.equal((await outcomeOf(reportCommand(), folder)).exitCode, EXIT_CODES.conformant);
    assert.equal((await outcomeOf(verifyCommand(), folder)).exitCode, EXIT_CODES.conformant);
  });

  test('results.json gives every report to the byte, pictures included; the scripts need the evidence too', async () => {
    const [alone, whole] = [emptyFolder(), emptyFolder()];
    for (const copy of [alone, whole]) copyFileSync(join(folder, 'results.json'), join(copy, 'results.json'));
    cpSync(join(folder, 'evidence'), join(whole, 'evidence'), { recursive: true });
    for (const copy of [alone, whole])
      assert.equal((await outcomeOf(reportCommand(), copy)).exitCode, EXIT_CODES.conformant);
    const tickets = readdirSync(join(folder, 'tickets')).map((name) => join('tickets', name));
    assert.ok(tickets.some((name) => /\d\.sh$/.test(name)));
    assert.deepEqual(readdirSync(join(whole, 'tickets')), readdirSync(join(folder, 'tickets')));
    const made = ['junit.xml', 'summary.md', 'evidence/exchanges.har'];
    for (const [copy, files] of [[alone, made] as const, [whole, [...made, 'report.html', ...tickets]] as const])
      for (const file of files)
        assert.equal(readFileSync(join(copy, file), 'utf8'), readFileSync(join(folder, file), 'utf8'), file);
    assert.match(readFileSync(join(alone, 'report.html'), 'utf8'), /<img src="data:image\/png;base64,/);
  });

  test('the page of a real run is small and opens without a complaint', { skip: skipWithoutBrowser() }, async () => {
    assert.ok(statSync(join(folder, 'report.html')).size < 2_000_000);
    const { page, complaints, requests, close } = await openPage(browser(), renderPage(results));
    assert.equal(await page.locator('.scenarios tbody tr').count(), results.scenarios.length);
    assert.deepEqual([...complaints, ...requests], []);
    await close();
  });

  test('the draft of a conformance statement tells what the run saw', async () => {
    const { output } = await outcomeOf(conformanceStatementCommand(), folder);
    for (const seen of ['`/studies/{study}/metadata`', '`1.2.840.10008.1.2.1`', 'StudyInstanceUID', 'PatientName']) {
      assert.ok(output.includes(seen), `${seen} is not in the draft`);
    }
  });
}
