/** @jsxImportSource preact */

import { causesOf } from '../../lib/results/first-cause.ts';
import type { Results } from '../../lib/results/results.ts';
import { sampleSentence, tellsConformance } from '../load-samples.ts';
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
  const conforms = tellsConformance(results);
  const isLoad = results.kind === 'load';
  const title = `${serverName(results)}: ${results.kind} report, ${results.run.startedAt.slice(0, 10)}`;
  return documentOf(
    title,
    <>
      <a class="skip" href="#main" {...say('skip')} />
      <FirstScreen results={results} causes={causes} />
      <div class={conforms ? 'bar-top' : 'bar-top slim'}>
        <Contents sections={sectionsOf(results, besideCauses.length > 0)} />
        <Toolbar results={results} entries={entries} causes={causes} />
      </div>
      <main id="main">
        {results.load ? <Load load={results.load} samples={sampleSentence(results)} /> : null}
        {conforms ? (
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
            {isLoad ? null : <Matrix results={results} />}
            {isLoad ? null : (
              <>
                <Unjudged results={results} entries={entries} />
                <Noted results={results} entries={entries} />
                <Claims results={results} />
              </>
            )}
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

function sectionsOf(results: Results, hasPictures: boolean): Section[] {
  const { load, scenarios, target } = results;
  const has = (verdict: string) =>
    scenarios.some(({ findings }) => findings.some((finding) => finding.verdict === verdict));
  const conforms = tellsConformance(results);
  const isConformance = results.kind === 'conformance';
  return present({
    legend: conforms,
    thresholds: (load?.thresholds.length ?? 0) > 0,
    throughput: (load?.series.length ?? 0) > 1,
    perOperation: load !== undefined,
    settings: load !== undefined,
    findings: conforms,
    pictures: hasPictures,
    operations: conforms && scenarios.length > 0,
    matrix: isConformance && scenarios.length > 0,
    unjudged: isConformance && has('incomplete'),
    noted: isConformance && has('info'),
    claims: isConformance && target.capabilities.length > 0,
    clauses: conforms,
  });
}

function present(sections: Partial<Record<Section, boolean>>): Section[] {
  return (Object.keys(sections) as Section[]).filter((section) => sections[section]);
}
