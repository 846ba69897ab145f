/** @jsxImportSource preact */

import { causesOf } from '../../lib/results/first-cause.ts';
import type { Results } from '../../lib/results/results.ts';
import type { Recipe } from '../recipes.ts';
import { registerEntries } from '../register-entry.ts';
import { serverName } from '../server-name.ts';
import type { Language } from '../words/language.ts';
import { Causes } from './causes.tsx';
import { Claims } from './claims.tsx';
import { Clauses } from './clauses.tsx';
import { Contents, type Section } from './contents.tsx';
import { documentOf } from './document.tsx';
import { FirstScreen } from './first/first-screen.tsx';
import { Load } from './load.tsx';
import { Matrix } from './matrix.tsx';
import { Operations } from './operations.tsx';
import { detailedCauses } from './page-budget.ts';
import { Pictures, picturesByCause, shownPictures } from './pictures.tsx';
import { say } from './say.ts';
import { Toolbar } from './toolbar.tsx';
import { Noted, Unjudged } from './unjudged.tsx';

/** How a page is made. */
interface PageOptions {
  /** How each problem is shown again, by the id of its cause. */
  readonly recipes?: ReadonlyMap<string, Recipe>;
  /** In which the page opens; English by default. */
  readonly language?: Language | undefined;
}

/** The report as one HTML document. Pure: the same results and recipes give the same page. */
export function renderPage(results: Results, { recipes = new Map(), language }: PageOptions = {}): string {
  const entries = registerEntries(results);
  const causes = causesOf(results);
  const pictures = shownPictures(results);
  const detailed = detailedCauses(causes);
  const told = picturesByCause(
    causes.filter(({ id }) => detailed.has(id)),
    pictures,
  );
  const besideCauses = pictures.filter((shown) => ![...told.values()].flat().includes(shown));
  const title = `${serverName(results)}: ${results.kind} report, ${results.run.startedAt.slice(0, 10)}`;
  return documentOf(
    title,
    <>
      <a class="skip" href="#main" {...say('skip')} />
      <FirstScreen results={results} causes={causes} />
      <div class={isJudged(results) ? 'bar-top' : 'bar-top slim'}>
        <Contents sections={sectionsOf(results, besideCauses.length > 0)} />
        <Toolbar results={results} entries={entries} causes={causes} />
      </div>
      <main id="main">
        {results.load ? <Load load={results.load} /> : null}
        {isJudged(results) ? (
          <>
            <Causes
              results={results}
              causes={causes}
              entries={entries}
              detailed={detailed}
              pictures={told}
              recipes={recipes}
            />
            <Pictures pictures={besideCauses} />
            <Operations results={results} entries={entries} causes={causes} />
            <Matrix results={results} />
            <Unjudged results={results} entries={entries} />
            <Noted results={results} entries={entries} />
            <Claims results={results} />
            <Clauses entries={entries} causes={causes} />
          </>
        ) : null}
        <p class="faint print-only" {...say('restInFile')} />
      </main>
    </>,
    `DICOMweb ${results.kind}, run ${results.run.id}`,
    language,
  );
}

/** A load run judges samples of its answers, or none. */
function isJudged({ kind, scenarios }: Results): boolean {
  return kind === 'conformance' || scenarios.length > 0;
}

function sectionsOf(results: Results, hasPictures: boolean): Section[] {
  const { load, scenarios, target } = results;
  const has = (verdict: string) =>
    scenarios.some(({ findings }) => findings.some((finding) => finding.verdict === verdict));
  const judged = isJudged(results);
  return present({
    legend: true,
    thresholds: (load?.thresholds.length ?? 0) > 0,
    throughput: (load?.series.length ?? 0) > 1,
    perOperation: load !== undefined,
    settings: load !== undefined,
    findings: judged,
    pictures: hasPictures,
    operations: scenarios.length > 0,
    matrix: scenarios.length > 0,
    unjudged: has('incomplete'),
    noted: has('info'),
    claims: judged && target.capabilities.length > 0,
    clauses: judged,
  });
}

function present(sections: Partial<Record<Section, boolean>>): Section[] {
  return (Object.keys(sections) as Section[]).filter((section) => sections[section]);
}
