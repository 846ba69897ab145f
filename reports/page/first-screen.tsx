/** @jsxImportSource preact */

import type { Cause } from '../../lib/results/first-cause.ts';
import type { Results } from '../../lib/results/results.ts';
import { type CoveragePart, coverageParts } from '../coverage-words.ts';
import { serverName } from '../server-name.ts';
import { GRAVEST_FIRST, summaryRows } from '../summary-table.ts';
import { visible } from '../visible-text.ts';
import { teller } from '../words/tell.ts';
import { anchor } from './anchor.ts';
import { Badge } from './badge.tsx';
import { Headline } from './cause-parts.tsx';
import { Facts } from './facts.tsx';
import { LoadGlance } from './load-glance.tsx';
import { isWord, say, sayText } from './say.ts';
import { japaneseSentence } from './verdict-sentence.ts';
import type { Word } from './words.ts';

/** What was tested, the verdict in a sentence, the counts, what was not judged and why, what is left behind. */
export function FirstScreen({ results, causes }: { readonly results: Results; readonly causes: readonly Cause[] }) {
  const { summary, run } = results;
  return (
    <header class="first" id="top">
      <p class="kind" {...say(results.kind === 'load' ? 'loadReport' : 'conformanceReport')} />
      <h1>{serverName(results)}</h1>
      <p class={`sentence ${toneOf(summary.verdict)}`} id="verdict" data-verdict={summary.verdict}>
        <span {...sayText(visible(summary.sentence), visible(japaneseSentence(results)))} />
      </p>
      {run.completeness === 'partial' ? (
        <p class="notice">
          <strong {...say('partial')} /> {visible(run.why ?? '')}
        </p>
      ) : null}
      <Unmatched entries={results.unmatched ?? []} />
      <div class="columns">
        <Facts results={results} />
        <div>
          {results.load ? <LoadGlance load={results.load} /> : null}
          <Counts results={results} />
          <Levels results={results} />
          <Coverage results={results} />
          <Gravest results={results} causes={causes} />
        </div>
      </div>
      <Remains results={results} />
    </header>
  );
}

function Unmatched({ entries }: { readonly entries: NonNullable<Results['unmatched']> }) {
  if (entries.length === 0) return null;
  return (
    <div class="notice" id="unmatched">
      <strong {...say('unmatched')} />
      <ul>
        {entries.map(({ requirement, why }) => (
          <li key={requirement}>
            {visible(requirement, 40)}: <span lang="en">{visible(why, 200)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function toneOf(verdict: Results['summary']['verdict']): string {
  if (verdict === 'conformant' || verdict === 'passed') return 'pass';
  return verdict === 'not-conformant' || verdict === 'failed' ? 'fail' : 'incomplete';
}

function Counts({ results }: { readonly results: Results }) {
  const rows = summaryRows(results);
  if (rows.length === 0) return null;
  return (
    <table class="counts" id="counts">
      <caption {...say('requirements')} />
      <thead>
        <tr>
          <th scope="col" {...say('level')} />
          {GRAVEST_FIRST.map((verdict) => (
            <th scope="col" class="number" key={verdict}>
              <Badge verdict={verdict} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ level, counts }) => (
          <tr key={level} data-level={level}>
            <th scope="row">{visible(level, 40)}</th>
            {GRAVEST_FIRST.map((verdict) => (
              <td class={`number ${counts[verdict] > 0 ? verdict : 'zero'}`} key={verdict} data-verdict={verdict}>
                {counts[verdict]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Levels that are no words of the standard say what they are. */
function Levels({ results }: { readonly results: Results }) {
  const levels = summaryRows(results).map(({ level }) => level);
  return (
    <>
      {(['derived', 'documented'] as const).map((level) =>
        levels.includes(level) ? (
          <p key={level} class="faint gloss">
            <b>{level}</b>: <span {...say(`${level}Means`)} />
          </p>
        ) : null,
      )}
    </>
  );
}

const COVERAGE = {
  judged: 'coverageJudged',
  notJudged: 'coverageNotJudged',
  elsewhere: 'coverageElsewhere',
  nowhere: 'coverageNowhere',
} as const satisfies Record<CoveragePart['kind'], Word>;

/** Where every row of the register stands: judged, not judged and why, judged by other suites, judged by none. */
function Coverage({ results: { coverage } }: { readonly results: Results }) {
  if (!coverage) return null;
  return (
    <section class="not-judged" id="coverage">
      <h2 class="small" {...say('coverageTitle')} />
      <ul>
        {coverageParts(coverage).map(({ kind, count, of }) => (
          <li key={kind} data-coverage={kind}>
            <b class="number">{count}</b> <span {...say(COVERAGE[kind])} />
            {of.length === 0 ? null : (
              <ul>
                {of.map(([name, each]) => (
                  <li key={name}>
                    <b class="number">{each}</b> <code>{visible(name, 40)}</code>{' '}
                    {kind === 'notJudged' && isWord(name) ? <span class="faint" {...say(name)} /> : null}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Causes named on the first screen; the section of findings has all. */
const NAMED = 5;

function Gravest({ results, causes }: { readonly results: Results; readonly causes: readonly Cause[] }) {
  const tell = teller(results);
  if (causes.length === 0) return null;
  return (
    <section class="gravest">
      <h2 class="small" {...say('gravest')} />
      <ul>
        {causes.slice(0, NAMED).map(({ id, lead: { breach } }) => (
          <li key={id}>
            <Badge verdict={breach.grade} />{' '}
            <a href={`#${anchor('cause', id)}`}>
              <Headline told={tell(breach)} />
            </a>
          </li>
        ))}
        {causes.length > NAMED ? (
          <li>
            <a href="#findings" {...sayText(`and ${causes.length - NAMED} more`, `ほか ${causes.length - NAMED} 件`)} />
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** Objects listed one by one; more are counted. */
const LISTED = 20;

function Remains({ results }: { readonly results: Results }) {
  const { remains, plan } = results;
  if (remains.length === 0 && plan.stays === null) return null;
  return (
    <section class="notice" id="remains">
      <h2 class="small" {...say('remains')} />
      {plan.stays === null ? null : (
        <p>
          <b {...say('stays')} />: {visible(plan.stays)}
        </p>
      )}
      <ul>
        {remains.slice(0, LISTED).map(({ studyInstanceUid, seriesInstanceUid, sopInstanceUid, why }, index) => (
          <li key={index}>
            <code>{visible(sopInstanceUid ?? seriesInstanceUid ?? studyInstanceUid, 80)}</code> {visible(why, 300)}
          </li>
        ))}
        {remains.length > LISTED ? <li>+ {remains.length - LISTED} (results.json)</li> : null}
      </ul>
    </section>
  );
}
