/** @jsxImportSource preact */
import { type History, type HistoryRow, historiesOf } from '../../lib/results/history.ts';
import type { LoadHistory } from '../../lib/results/load-history.ts';
import type { Results } from '../../lib/results/results.ts';
import { Badge } from '../page/badge.tsx';
import { Headline } from '../page/cause-parts.tsx';
import { documentOf } from '../page/document.tsx';
import { say, sayText, sayVisible } from '../page/say.ts';
import { ScrollingTable } from '../page/scrolling-table.tsx';
import { serverName } from '../server-name.ts';
import { verdictWord } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import { HARM_WORDS } from '../words/harms.ts';
import type { Language } from '../words/language.ts';
import { statementOf } from '../words/requirement.ts';
import { teller } from '../words/tell.ts';
import { LoadHistories } from './load.tsx';
import { areOfSeveralTargets, runNames } from './run-names.ts';

/** The history of a product as one offline HTML document: requirement by run, and the figures of its loads. Pure. */
export function historyHtml(history: History, loads: readonly LoadHistory[], language?: Language): string {
  const all = [...history.runs, ...loads.flatMap((load) => load.runs)];
  const last = all.toSorted((left, right) => left.run.startedAt.localeCompare(right.run.startedAt)).at(-1);
  const isMixed = areOfSeveralTargets(all);
  return documentOf(
    `${last ? serverName(last) : 'DICOMweb'}: history`,
    <main class="history">
      <p class="kind">
        <span {...say('history')} /> <button type="button" id="language" {...say('otherLanguage')} />
      </p>
      <h1>{last ? serverName(last) : ''}</h1>
      {isMixed ? <p class="notice" {...say('severalTargets')} /> : null}
      {historiesOf(history.runs).map((one) => (
        <OfProduct key={one.runs[0]?.run.id} history={one} isNamed={isMixed} />
      ))}
      <LoadHistories histories={loads} />
    </main>,
    '',
    language,
  );
}

interface OfProductProps {
  readonly history: History;
  readonly isNamed: boolean;
}

/** The runs of one product, and each requirement that was breached in one of them. */
function OfProduct({ history, isNamed }: OfProductProps) {
  const { runs, rows, neverBreached } = history;
  const last = runs.at(-1);
  const open = rows.filter(({ fixedIn }) => fixedIn === null).length;
  return (
    <section>
      {isNamed && last ? <h2>{serverName(last)}</h2> : null}
      <p
        class="plain"
        {...sayText(
          `${open} requirements are breached, ${rows.length - open} were and are met again, ${neverBreached} were never breached.`,
          `違反が残る要件 ${open} 件、修正済み ${rows.length - open} 件、違反のなかったもの ${neverBreached} 件。`,
        )}
      />
      <Runs runs={runs} />
      {rows.length === 0 ? null : <Rows history={history} />}
    </section>
  );
}

function Runs({ runs }: { readonly runs: readonly Results[] }) {
  const names = runNames(runs);
  return (
    <ol>
      {runs.map((results, index) => (
        <li key={results.run.id}>
          <b>{names[index]}</b> <span {...sayText(...verdictWord(results))} />{' '}
          <span class="faint">
            {visible(results.run.id, 60)}, {visible(results.target.baseUrl, 200)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Rows({ history }: { readonly history: History }) {
  const names = runNames(history.runs);
  return (
    <ScrollingTable word="history">
      <table>
        <thead>
          <tr>
            <th scope="col" {...say('problem')} />
            {names.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
            <th scope="col" {...say('firstSeen')} />
            <th scope="col" {...say('fixedIn')} />
          </tr>
        </thead>
        <tbody>
          {history.rows.map((row) => (
            <Row key={row.requirement.id} row={row} runs={history.runs} names={names} />
          ))}
        </tbody>
      </table>
    </ScrollingTable>
  );
}

interface RowProps {
  readonly row: HistoryRow;
  readonly runs: readonly Results[];
  readonly names: readonly string[];
}

function Row({ row, runs, names }: RowProps) {
  const { requirement, verdicts, breach, harm, firstSeen, fixedIn, flaky, seenIn } = row;
  const run = runs[seenIn];
  return (
    <tr>
      <th scope="row">
        {breach && run ? (
          <Headline told={teller(run)(breach)} />
        ) : (
          <span {...sayVisible(statementOf(requirement), 300)} />
        )}
        <span class="rule">
          <span {...sayText(...HARM_WORDS[harm])} /> · {visible(requirement.id, 40)} {visible(requirement.level, 20)}
        </span>
      </th>
      {verdicts.map((verdict, index) => (
        <td key={names[index]}>{verdict === null ? '–' : <Badge verdict={verdict} />}</td>
      ))}
      <td>{names[firstSeen]}</td>
      <td>
        {flaky ? <span class="badge warn" {...say('flaky')} /> : null}
        {flaky ? null : fixedIn === null ? '–' : names[fixedIn]}
      </td>
    </tr>
  );
}
