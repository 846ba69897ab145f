import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bodiesIn } from '../lib/reproduction/evidence.ts';
import { SHARED_FILE } from '../lib/reproduction/script.ts';
import { sharedSteps } from '../lib/reproduction/shared-steps.ts';
import { causesOf } from '../lib/results/first-cause.ts';
import { writeManifest } from '../lib/results/manifest.ts';
import { ticketName } from '../lib/results/named-cause.ts';
import { RESULTS_FILE } from '../lib/results/read-results.ts';
import type { Results } from '../lib/results/results.ts';
import { writeWhole } from '../lib/results/write-whole.ts';
import { codeQualityText } from './ci/code-quality.ts';
import { sarifText } from './ci/sarif.ts';
import { harOf } from './har.ts';
import { junitXml } from './junit.ts';
import { summaryMarkdown } from './markdown.ts';
import { type Hashes, renderCertificate } from './page/certificate.tsx';
import { renderPage } from './page/render-page.tsx';
import { type Recipe, recipesOf } from './recipes.ts';
import { ticketText } from './ticket.ts';
import type { Language } from './words/language.ts';

/**
 * Writes everything that is made from the results into the run folder: report.html, junit.xml, summary.md, tickets/,
 * evidence/exchanges.har, of a conformance run certificate.html, results.sarif and code-quality.json, and, last, the manifest of
 * hashes. Tickets of an earlier rendering are replaced. `results.json` has to be there already, or the manifest does not
 * vouch for it. In a language, summary.md and the tickets are written in it and the pages open in it; junit.xml,
 * results.sarif and code-quality.json are for machines and stay English.
 */
export function writeReports(runFolder: string, results: Results, language?: Language): void {
  const write = (path: string, text: string) => writeWhole(join(runFolder, path), text);
  const tickets = join(runFolder, 'tickets');
  rmSync(tickets, { recursive: true, force: true });
  mkdirSync(tickets, { recursive: true });
  mkdirSync(join(runFolder, 'evidence'), { recursive: true });
  const causes = causesOf(results);
  // What was left out for others cannot be sent again, and a load run is judged by what many requests found.
  const isWhole = results.kind === 'conformance' && results.leftOut === undefined;
  const recipes = isWhole ? recipesOf(results, causes, bodiesIn(runFolder)) : new Map<string, Recipe>();
  for (const [index, cause] of causes.entries()) {
    const recipe = recipes.get(cause.id) ?? null;
    const name = join('tickets', ticketName(index, cause));
    write(`${name}.md`, ticketText(results, cause, { recipe, language }));
    if (recipe && 'text' in recipe.script) write(`${name}.sh`, recipe.script.text);
  }
  if (recipes.size > 0) write(join('tickets', SHARED_FILE), sharedSteps());
  write('junit.xml', junitXml(results));
  write('summary.md', summaryMarkdown(results, language));
  write('evidence/exchanges.har', `${JSON.stringify(harOf(results), null, 1)}\n`);
  write('report.html', renderPage(results, { recipes, language }));
  if (results.kind === 'conformance') {
    write('certificate.html', renderCertificate(results, hashesOf(runFolder), language));
    write('results.sarif', sarifText(results));
    write('code-quality.json', codeQualityText(results));
  }
  writeManifest(runFolder);
}

/** Of the file that everything is made from; the manifest, which lists the certificate, cannot be among them. */
function hashesOf(runFolder: string): Hashes {
  const path = join(runFolder, RESULTS_FILE);
  if (!existsSync(path)) return {};
  return { [RESULTS_FILE]: createHash('sha256').update(readFileSync(path)).digest('hex') };
}
