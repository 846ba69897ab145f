/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import type { Change, Comparison, Side } from '../lib/results/compare.ts';
import type { Results } from '../lib/results/results.ts';
import { documentOf } from './page/document.tsx';
import { say } from './page/say.ts';
import { Badge } from './page/verdict.tsx';
import { serverName } from './server-name.ts';
import { visible } from './visible-text.ts';

/** The comparison of two conformance runs as one offline HTML document in the style of the report. */
export function compareHtml({ before, after, sentence, caveats, changes, unchanged }: Comparison): string {
  return comparePage(
    { before: [before], after: [after], sentence, caveats, worse: changes.some(({ worse }) => worse) },
    <>
      <div class="stacked">{changes.length > 0 ? <Changes changes={changes} /> : null}</div>
      <p class="faint">
        {unchanged} <span {...say('unchanged')} />
      </p>
    </>,
  );
}

export interface ComparePageProps {
  readonly before: readonly Results[];
  readonly after: readonly Results[];
  readonly sentence: string;
  readonly caveats: readonly string[];
  readonly worse: boolean;
}

/** The frame of every comparison: the runs on both sides, the sentence, what makes them hard to compare. */
export function comparePage(
  { before, after, sentence, caveats, worse }: ComparePageProps,
  body: ComponentChildren,
): string {
  const title = [before, after].map(([first]) => (first ? serverName(first) : '')).join(' → ');
  return documentOf(
    title,
    <>
      <header class="first">
        <p class="kind" {...say('comparison')} />
        <h1>{title}</h1>
        <p class={`sentence ${worse ? 'fail' : 'pass'}`} id="verdict">
          {visible(sentence)}
        </p>
        {caveats.length > 0 ? (
          <div class="notice">
            {caveats.map((caveat) => (
              <p key={caveat}>{visible(caveat)}</p>
            ))}
          </div>
        ) : null}
        <div class="columns">
          <Runs word="before" runs={before} />
          <Runs word="after" runs={after} />
        </div>
      </header>
      <form id="toolbar" class="toolbar" hidden>
        <button type="button" id="language" {...say('otherLanguage')} />
      </form>
      <main>{body}</main>
    </>,
  );
}

function Runs({ word, runs }: { readonly word: 'before' | 'after'; readonly runs: readonly Results[] }) {
  return (
    <div>
      <h2 class="small" {...say(word)} />
      {runs.map((results) => (
        <Run key={results.run.id} results={results} />
      ))}
    </div>
  );
}

function Run({ results }: { readonly results: Results }) {
  const { run, target, summary } = results;
  const rows = [
    ['when', run.startedAt],
    ['runId', run.id],
    ['target', target.baseUrl],
    ['profile', `${target.profile.name}, ${target.edition}`],
    ['harness', `${run.harness.name} ${run.harness.version}`],
    ['verdict', summary.sentence],
  ] as const;
  return (
    <dl class="facts">
      {rows.map(([label, text]) => (
        <div key={label}>
          <dt {...say(label)} />
          <dd>{visible(text, 300)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <table>
      <caption {...say('requirements')} />
      <thead>
        <tr>
          <th scope="col" {...say('change')} />
          <th scope="col" {...say('id')} />
          <th scope="col" {...say('before')} />
          <th scope="col" {...say('after')} />
          <th scope="col" {...say('statement')} />
        </tr>
      </thead>
      <tbody>
        {changes.map(({ requirement, kind, worse, before, after, statement }) => (
          <tr key={requirement}>
            <td>
              <span class={`badge ${worse ? 'fail' : kind === 'fixed' ? 'pass' : 'info'}`} {...say(kind)} />
            </td>
            <th scope="row">{visible(requirement, 40)}</th>
            <td>{before ? <SideCell side={before} /> : '–'}</td>
            <td>{after ? <SideCell side={after} /> : '–'}</td>
            <td lang="en">{visible(statement, 200)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SideCell({ side: { verdict, reason, seen } }: { readonly side: Side }) {
  return (
    <>
      <Badge verdict={verdict} />
      {reason ? <div class="faint" {...say(reason)} /> : null}
      {seen === '' ? null : (
        <div>
          <code>{visible(seen, 200)}</code>
        </div>
      )}
    </>
  );
}
