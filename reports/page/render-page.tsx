/** @jsxImportSource preact */
import type { Results } from '../../lib/results/results.ts';
import { causesOf } from '../first-cause.ts';
import { registerEntries } from '../register-entry.ts';
import { serverName } from '../server-name.ts';
import { Causes } from './causes.tsx';
import { Claims } from './claims.tsx';
import { Clauses } from './clauses.tsx';
import { Contents } from './contents.tsx';
import { documentOf } from './document.tsx';
import { FirstScreen } from './first-screen.tsx';
import { Load } from './load.tsx';
import { Matrix } from './matrix.tsx';
import { Operations } from './operations.tsx';
import { type PictureData, Pictures } from './pictures.tsx';
import { say } from './say.ts';
import { Toolbar } from './toolbar.tsx';
import { Noted, Unjudged } from './unjudged.tsx';
import type { Word } from './words.ts';

/** The report as one HTML document. Pure: the same results give the same page. */
export function renderPage(results: Results, pictures: PictureData = new Map()): string {
  const entries = registerEntries(results);
  const causes = causesOf(results);
  const title = `${serverName(results)}: ${results.kind} report, ${results.run.startedAt.slice(0, 10)}`;
  return documentOf(
    title,
    <>
      <a class="skip" href="#main" {...say('skip')} />
      <FirstScreen results={results} />
      <div class={results.kind === 'load' ? 'bar-top slim' : 'bar-top'}>
        <Contents sections={sectionsOf(results, pictures)} />
        <Toolbar results={results} entries={entries} />
      </div>
      <main id="main">
        {results.load ? <Load load={results.load} /> : null}
        {results.kind === 'conformance' ? (
          <>
            <Operations results={results} entries={entries} causes={causes} />
            <Matrix results={results} />
            <Causes results={results} causes={causes} />
            <Pictures results={results} data={pictures} />
            <Unjudged results={results} entries={entries} />
            <Noted results={results} entries={entries} />
            <Claims results={results} />
            <Clauses entries={entries} causes={causes} />
          </>
        ) : null}
      </main>
    </>,
  );
}

const LOAD_SECTIONS: Word[] = ['thresholds', 'throughput', 'perOperation', 'settings'];

function sectionsOf({ kind, load, scenarios, target }: Results, pictures: PictureData): Word[] {
  if (kind === 'load') return load ? LOAD_SECTIONS : [];
  const has = (verdict: string) =>
    scenarios.some(({ findings }) => findings.some((finding) => finding.verdict === verdict));
  const sections: [Word, boolean][] = [
    ['operations', scenarios.length > 0],
    ['matrix', scenarios.length > 0],
    ['findings', true],
    ['pictures', pictures.size > 0],
    ['unjudged', has('incomplete')],
    ['noted', has('info')],
    ['claims', target.capabilities.length > 0],
    ['clauses', true],
  ];
  return sections.flatMap(([section, present]) => (present ? section : []));
}
