/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import type { Change, Comparison, Side } from '../../lib/results/compare.ts';
import type { Results } from '../../lib/results/results.ts';
import type { Caveat } from '../../lib/results/run-differences.ts';
import { Badge } from '../page/badge.tsx';
import { documentOf } from '../page/document.tsx';
import { japaneseSentence } from '../page/first/verdict-sentence.ts';
import { say, sayText, sayVisible } from '../page/say.ts';
import { ScrollingTable } from '../page/scrolling-table.tsx';
import { serverName } from '../server-name.ts';
import { visible } from '../visible-text.ts';
import type { Language } from '../words/language.ts';
import { statementOf } from '../words/requirement.ts';
import { sideTeller } from '../words/side.ts';
import { type GridName, movesGrid } from './moves-grid.ts';
import { balanceSentence, caveatText, comparedInJapanese, wordOf } from './words.ts';

/** The comparison of two conformance runs as one offline HTML document in the style of the report. */
export function compareHtml(comparison: Comparison, language?: Language): string {
  const { before, after, sentence, caveats, changes } = comparison;
  return comparePage(
    {
      before: [before],
      after: [after],
      sentence,
      japanese: comparedInJapanese(comparison),
      caveats,
      worse: changes.some(({ worse }) => worse),
    },
    <>
      <div class="stacked">
        {changes.length > 0 ? <Changes changes={changes} seen={sideTeller(comparison)} /> : null}
      </div>
      <p {...sayText(...balanceSentence(comparison))} />
      <Moves comparison={comparison} />
    </>,
    language,
  );
}

interface ComparePageProps {
  readonly before: readonly Results[];
  readonly after: readonly Results[];
  readonly sentence: string;
  readonly japanese: string;
  readonly caveats: readonly Caveat[];
  readonly worse: boolean;
}

/** The frame of every comparison: the runs on both sides, the sentence, what makes them hard to compare. */
export function comparePage(
  { before, after, sentence, japanese, caveats, worse }: ComparePageProps,
  body: ComponentChildren,
  language?: Language,
): string {
  const title = [before, after].map(([first]) => (first ? serverName(first) : '')).join(' → ');
  return documentOf(
    title,
    <>
      <header class="first">
        <p class="kind" {...say('comparison')} />
        <h1>{title}</h1>
        <p class={`sentence ${worse ? 'fail' : 'pass'}`} id="verdict">
          <span {...sayVisible([sentence, japanese])} />
        </p>
        {caveats.length > 0 ? (
          <div class="notice">
            {caveats.map(caveatText).map((told) => (
              <p key={told[0]} {...sayVisible(told)} />
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
    '',
    language,
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
    ['profile', `${target.profile.name}, ${run.harness.edition}`],
    ['harness', `${run.harness.name} ${run.harness.version}`],
  ] as const;
  return (
    <dl class="facts">
      {rows.map(([label, text]) => (
        <div key={label}>
          <dt {...say(label)} />
          <dd>{visible(text, 300)}</dd>
        </div>
      ))}
      <div>
        <dt {...say('verdict')} />
        <dd {...sayVisible([summary.sentence, japaneseSentence(results)], 300)} />
      </div>
    </dl>
  );
}

/** How many requirements went from which verdict to which. */
function Moves({ comparison }: { readonly comparison: Comparison }) {
  const { head, rows } = movesGrid(comparison);
  return (
    <ScrollingTable word="moves">
      <table id="moves">
        <caption {...say('moves')} />
        <thead>
          <tr>
            <th scope="col" {...say('beforeAfter')} />
            {head.map((name) => (
              <th scope="col" class="number" key={name}>
                <GridHead name={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">
                <GridHead name={name} />
              </th>
              {cells.map((count, index) => (
                <td class={`number ${count === 0 ? 'zero' : ''}`} key={head[index]}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingTable>
  );
}

function GridHead({ name }: { readonly name: GridName }) {
  if (name === 'absent') return <span {...say('notCompared')} />;
  return name === 'all' ? <span {...say('all')} /> : <Badge verdict={name} />;
}

interface ChangesProps {
  readonly changes: readonly Change[];
  readonly seen: ReturnType<typeof sideTeller>;
}

function Changes({ changes, seen }: ChangesProps) {
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
              <span class={`badge ${worse ? 'fail' : kind === 'fixed' ? 'pass' : 'info'}`} {...say(wordOf(kind))} />
            </td>
            <th scope="row">{visible(requirement, 40)}</th>
            <td>{before ? <SideCell side={before} seen={seen('before', before)} /> : '–'}</td>
            <td>{after ? <SideCell side={after} seen={seen('after', after)} /> : '–'}</td>
            <td {...sayVisible(statementOf({ id: requirement, statement }), 200)} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideCellProps {
  readonly side: Side;
  readonly seen: readonly [english: string, japanese: string];
}

function SideCell({ side: { verdict, reason }, seen: [english, japanese] }: SideCellProps) {
  return (
    <>
      <Badge verdict={verdict} />
      {reason ? <div class="faint" {...say(reason)} /> : null}
      {english === '' ? null : <div {...sayText(visible(english, 300), visible(japanese, 300))} />}
    </>
  );
}
