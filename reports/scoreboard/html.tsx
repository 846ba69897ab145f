/** @jsxImportSource preact */
import type { Results } from '../../lib/results/results.ts';
import { factOf } from '../../lib/results/run-differences.ts';
import type { Scoreboard, ScoreboardCell, ScoreboardRow } from '../../lib/results/scoreboard.ts';
import { factText } from '../compare/words.ts';
import { Badge } from '../page/badge.tsx';
import { Headline } from '../page/cause-parts.tsx';
import { documentOf } from '../page/document.tsx';
import { say, sayText, sayVisible } from '../page/say.ts';
import { ScrollingTable } from '../page/scrolling-table.tsx';
import type { Word } from '../page/words.ts';
import { registerEntries } from '../register-entry.ts';
import { verdictWord } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import type { InBoth, Language } from '../words/language.ts';
import { statementOf } from '../words/requirement.ts';
import { teller } from '../words/tell.ts';
import { columnNames, differSentence, STATE_WORDS, STATES } from './words.ts';

/** Several servers side by side as one offline HTML document, requirement by requirement. Pure. */
export function scoreboardHtml(scoreboard: Scoreboard, language?: Language): string {
  const names = columnNames(scoreboard);
  const differ = differSentence(scoreboard);
  return documentOf(
    `${names.join(', ')}: scoreboard`,
    <main class="history">
      <p class="kind">
        <span {...say('scoreboard')} /> <button type="button" id="language" {...say('otherLanguage')} />
      </p>
      <h1>{names.join(', ')}</h1>
      <p class="faint" {...say('noTotal')} />
      {differ ? <p class="notice" {...sayText(...differ)} /> : null}
      <Servers scoreboard={scoreboard} names={names} />
      {STATES.map((state) => (
        <Rows key={state} scoreboard={scoreboard} names={names} state={state} />
      ))}
    </main>,
    '',
    language,
  );
}

interface Props {
  readonly scoreboard: Scoreboard;
  readonly names: readonly string[];
}

const asItIs = (text: string): InBoth => [text, text];

const FACTS: readonly (readonly [Word, (results: Results) => InBoth])[] = [
  ['target', ({ target }) => asItIs(target.baseUrl)],
  ...(['profile', 'edition', 'dataset', 'harness'] as const).map(
    (fact) => [fact, (results: Results) => factText(fact, factOf(results, fact))] as const,
  ),
  ['when', ({ run }) => asItIs(run.startedAt)],
  ['runId', ({ run }) => asItIs(run.id)],
];

/** How each server was judged, and the verdict of its run. */
function Servers({ scoreboard: { runs }, names }: Props) {
  return (
    <ScrollingTable word="scoreboard">
      <table id="servers">
        <ServersHead names={names} first="server" />
        <tbody>
          <tr>
            <th scope="row" {...say('verdict')} />
            {runs.map((results, index) => (
              <td key={names[index]}>
                <b {...sayText(...verdictWord(results))} />
              </td>
            ))}
          </tr>
          {FACTS.map(([word, textOf]) => (
            <tr key={word}>
              <th scope="row" {...say(word)} />
              {runs.map((results, index) => (
                <td key={names[index]} {...sayVisible(textOf(results), 200)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingTable>
  );
}

function ServersHead({ names, first }: { readonly names: readonly string[]; readonly first: Word }) {
  return (
    <thead>
      <tr>
        <th scope="col" {...say(first)} />
        {names.map((name) => (
          <th scope="col" key={name}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowsProps extends Props {
  readonly state: ScoreboardRow['state'];
}

/** The requirements of one state; those that are the same everywhere are folded. */
function Rows({ scoreboard, names, state }: RowsProps) {
  const rows = scoreboard.rows.filter((row) => row.state === state);
  const [first] = scoreboard.runs;
  if (rows.length === 0 || !first) return null;
  const entries = registerEntries(first);
  const tellers = scoreboard.runs.map(teller);
  return (
    <details class="rows" id={`rows-${state}`} open={state !== 'alike'}>
      <summary>
        <b {...say(STATE_WORDS[state])} />
      </summary>
      <ScrollingTable word={STATE_WORDS[state]}>
        <table>
          <ServersHead names={names} first="requirements" />
          <tbody>
            {rows.map(({ requirement, cells }) => {
              const { id, level } = requirement;
              const link = entries.get(id)?.link;
              return (
                <tr key={id} data-requirement={id}>
                  <th scope="row">
                    {link ? <a href={link}>{visible(id, 40)}</a> : visible(id, 40)} {visible(level, 20)}
                    <span class="rule" {...sayVisible(statementOf(requirement), 300)} />
                  </th>
                  {cells.map((cell, index) => (
                    <td key={names[index]}>
                      <Cell cell={cell} tell={tellers[index]} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollingTable>
    </details>
  );
}

interface CellProps {
  readonly cell: ScoreboardCell | null;
  readonly tell: ReturnType<typeof teller> | undefined;
}

function Cell({ cell, tell }: CellProps) {
  if (!cell) return <span class="faint" {...say('notPlayed')} />;
  const { verdict, reason, breach } = cell;
  return (
    <>
      <Badge verdict={verdict} />
      {reason ? <div class="faint" {...say(reason)} /> : null}
      {breach && tell ? (
        <div>
          <Headline told={tell(breach)} />
        </div>
      ) : null}
    </>
  );
}
