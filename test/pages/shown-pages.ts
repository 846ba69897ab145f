import { join } from 'node:path';
import { compareRuns } from '../../lib/results/compare.ts';
import { historyOf } from '../../lib/results/history.ts';
import { compareLoads } from '../../lib/results/load-compare.ts';
import { loadHistories } from '../../lib/results/load-history.ts';
import { readResults } from '../../lib/results/read-results.ts';
import type { Results } from '../../lib/results/results.ts';
import { scoreboardOf } from '../../lib/results/scoreboard.ts';
import { compareHtml } from '../../reports/compare/html.tsx';
import { compareLoadHtml } from '../../reports/compare/load-html.tsx';
import { historyHtml } from '../../reports/history/html.tsx';
import { renderCertificate } from '../../reports/page/certificate.tsx';
import { renderPage } from '../../reports/page/render-page.tsx';
import { scoreboardHtml } from '../../reports/scoreboard/html.tsx';
import { loadRun } from '../reports/runs.ts';
import { playAgainstFaults, TEN_FAULTS } from './faulty-run.ts';

/** Every kind of page that the harness makes, by name, of two real runs and a load run that is made up. */
export async function shownPages(folder: string): Promise<Readonly<Record<string, string>>> {
  const faulty = await played(join(folder, 'faulty'), '4.1', TEN_FAULTS);
  const better = await played(join(folder, 'better'), '4.2', TEN_FAULTS.slice(0, 3));
  const clean = await played(join(folder, 'clean'), '4.3', []);
  const [before, after] = [loadRun(), loadRun({ lost: [], lostCount: 0 })];
  return {
    report: renderPage(faulty),
    'report-clean': renderPage(clean),
    certificate: renderCertificate(faulty, { 'results.json': 'c0ffee00'.repeat(8) }),
    comparison: compareHtml(compareRuns(faulty, better)),
    history: historyHtml(historyOf([faulty, better, clean]), loadHistories([before, after])),
    scoreboard: scoreboardHtml(scoreboardOf([faulty, better, clean])),
    load: renderPage(loadRun()),
    'load-comparison': compareLoadHtml([before], [after], compareLoads([before], [after])),
  };
}

async function played(folder: string, version: string, faults: readonly string[]): Promise<Results> {
  const stated = ['--product', 'Example Archive', '--product-version', version, '--tester', 'Ada Lovelace'];
  await playAgainstFaults(folder, faults, ['tutorial', 'duties', ...stated]);
  return readResults(folder);
}
