/** @jsxImportSource preact */

import type { Place } from '../../lib/breaches/place.ts';
import type { AnswerView } from '../../lib/results/answer-view.ts';
import type { Cause } from '../../lib/results/first-cause.ts';
import type { ExchangeRecord, Results } from '../../lib/results/results.ts';
import type { Recipe } from '../recipes.ts';
import type { RegisterEntry } from '../register-entry.ts';
import { ticketText } from '../ticket.ts';
import { type Timeline as TimelineRecord, timelines } from '../timeline.ts';
import { harmTallies, problems, tallyTitle } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import { whereText } from '../where.ts';
import { whyWarn } from '../why-warn.ts';
import { statementOf } from '../words/requirement.ts';
import { teller } from '../words/tell.ts';
import { anchor, tallyAnchor } from './anchor.ts';
import { Badge } from './badge.tsx';
import { AlsoSeen, Differences, Duty, Headline, Reasons } from './cause-parts.tsx';
import { CopyBox, Exchange } from './exchange.tsx';
import { filterable } from './filterable.ts';
import { Answer } from './finding/answer.tsx';
import { Timeline } from './finding/timeline.tsx';
import { PictureFigure, type ShownPicture } from './pictures.tsx';
import { RecipeOf } from './recipe.tsx';
import { say, sayPhrase, sayText, sayVisible } from './say.ts';

/** Causes that stand open when the page opens: a page with few is read from top to bottom. */
const OPEN = 12;

interface CausesProps {
  readonly results: Results;
  readonly causes: readonly Cause[];
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  /** Ids of the causes that are told in full. */
  readonly detailed: ReadonlySet<string>;
  readonly pictures: ReadonlyMap<string, readonly ShownPicture[]>;
  /** How each is shown again, by the id of the cause; empty where the evidence is not at hand. */
  readonly recipes: ReadonlyMap<string, Recipe>;
}

/** Breaches and warnings by first cause, gravest harm first. */
export function Causes({ results, causes, entries, detailed, pictures, recipes }: CausesProps) {
  const tell = teller(results);
  const brief = causes.filter(({ id }) => !detailed.has(id));
  const inlined = inlinedExchanges(causes.filter(({ id }) => detailed.has(id)));
  const shared: Shared = {
    results,
    entries,
    tell,
    timelineOf: timelines(results),
    inlined: new Set([...inlined.values()].map(({ id }) => id)),
    pictures,
    views: viewsByPlace(results.answers ?? []),
  };
  const total = causes.reduce((sum, { sightings }) => sum + sightings.length, 0);
  return (
    <section id="findings">
      <h2 {...say('findings')} />
      {causes.length === 0 ? (
        <p {...say('noFindings')} />
      ) : (
        <p
          class="faint"
          {...sayText(
            `${problems(causes.length)[0]}, seen in ${total} ${total === 1 ? 'finding' : 'findings'}. Findings with one cause are one problem.`,
            `問題 ${causes.length} 件（指摘 ${total} 件）。原因が同じ指摘は 1 件の問題にまとめています。`,
          )}
        />
      )}
      <p id="none-shown" class="notice" hidden {...say('noneShown')} />
      {brief.length > 0 ? <p class="notice" {...say('brief')} /> : null}
      {harmTallies(causes).map(({ harm, grade, causes: here }) => (
        <section key={`${grade} ${harm}`} id={tallyAnchor({ harm, grade })} class="by-harm">
          <h3>
            <span {...sayText(...tallyTitle({ harm, grade }))} />{' '}
            <span class="faint" {...sayText(...problems(here.length))} />
          </h3>
          {here.map((cause) =>
            detailed.has(cause.id) ? (
              <FullCause
                key={cause.id}
                {...shared}
                cause={cause}
                inline={inlined.get(cause.id)}
                recipe={recipes.get(cause.id) ?? null}
                open={causes.length <= OPEN}
              />
            ) : (
              <BriefCause key={cause.id} cause={cause} entries={entries} tell={tell} />
            ),
          )}
        </section>
      ))}
    </section>
  );
}

/** The exchange that each cause shows: where several have the same, the first does, and the others link to it. */
function inlinedExchanges(causes: readonly Cause[]): ReadonlyMap<string, ExchangeRecord> {
  const shown = new Set<string>();
  const inlined = new Map<string, ExchangeRecord>();
  for (const { id, exchange } of causes) {
    if (!exchange || shown.has(exchange.id)) continue;
    shown.add(exchange.id);
    inlined.set(id, exchange);
  }
  return inlined;
}

function viewsByPlace(answers: readonly AnswerView[]): ReadonlyMap<string, AnswerView> {
  return new Map(answers.map((view) => [placeKey(view.exchange, view.where), view]));
}

function placeKey(exchange: string, where: Place): string {
  return JSON.stringify([exchange, where]);
}

interface CauseProps {
  readonly cause: Cause;
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly tell: ReturnType<typeof teller>;
}

function Head({ cause: { lead, sightings, grade }, tell, entries }: CauseProps) {
  const { requirement } = lead.finding;
  const rule = entries.get(requirement);
  return (
    <summary>
      <Badge verdict={grade} />
      <span class="title">
        <b class="claim">
          <Headline told={tell(lead.breach)} />
        </b>
        <span class="rule">
          {visible(requirement, 40)} {visible(rule?.level ?? '', 20)}{' '}
          {rule ? <span {...sayVisible(statementOf(rule), 300)} /> : null}
        </span>
      </span>
      {sightings.length > 1 ? <span class="times">×{sightings.length}</span> : null}
    </summary>
  );
}

function attributesOf({ cause: { id, sightings, grade, harm }, entries }: CauseProps) {
  const duties = sightings.map(({ finding }) => entries.get(finding.requirement));
  return { id: anchor('cause', id), class: 'cause', ...filterable(grade, duties, [harm]) };
}

/** A cause in few elements, where the headline tells what was observed: a page may have thousands, and opens at once. */
function BriefCause(props: CauseProps) {
  const { cause, tell, entries } = props;
  const { scenario, breach, finding } = cause.lead;
  const rule = entries.get(finding.requirement);
  const warned = cause.grade === 'warn' ? whyWarn(cause.lead, rule) : null;
  return (
    <details {...attributesOf(props)}>
      <summary>
        <Badge verdict={cause.grade} />
        <b>
          <Headline told={tell(breach)} />
        </b>
      </summary>
      <p class="body">
        <a href={`#${anchor('requirement', finding.requirement)}`}>{visible(finding.requirement, 40)}</a>
        {` ${visible(rule?.level ?? '', 20)} `}
        {`${whereText(breach.where)}, ${visible(scenario.id, 60)}, ${visible(cause.exchange?.id ?? '', 60)}`}
        {warned ? <span class="brief-why" {...sayText(...warned)} /> : null}
      </p>
    </details>
  );
}

/** What all causes told in full draw from. */
interface Shared {
  readonly results: Results;
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly tell: ReturnType<typeof teller>;
  readonly timelineOf: (cause: Cause) => TimelineRecord;
  /** Ids of the exchanges that the page shows. */
  readonly inlined: ReadonlySet<string>;
  readonly pictures: ReadonlyMap<string, readonly ShownPicture[]>;
  readonly views: ReadonlyMap<string, AnswerView>;
}

interface FullCauseProps extends CauseProps, Shared {
  /** Set where the exchange is shown here; elsewhere a link leads to it. */
  readonly inline: ExchangeRecord | undefined;
  readonly recipe: Recipe | null;
  readonly open: boolean;
}

function FullCause({ inline, recipe, open, ...props }: FullCauseProps) {
  const { cause, entries, tell, results, pictures, views } = props;
  const { exchange, lead } = cause;
  const { finding } = lead;
  const requirement = entries.get(finding.requirement);
  const id = anchor('cause', cause.id);
  return (
    <details {...attributesOf(props)} open={open}>
      <Head {...props} />
      <div class="body">
        <Duty sighting={lead} requirement={requirement} />
        <Differences sighting={lead} tell={tell} />
        {finding.remark ? (
          <p class="remark">
            <b {...say('remark')} /> <span {...sayPhrase(finding.remark, 1_000)} />
          </p>
        ) : null}
        {(pictures.get(cause.id) ?? []).map((shown, index) => (
          <PictureFigure key={index} shown={shown} />
        ))}
        <Reasons told={tell(lead.breach)} cause={cause} requirement={requirement} />
        {exchange ? (
          <Answer breach={lead.breach} exchange={exchange} view={views.get(placeKey(exchange.id, lead.breach.where))} />
        ) : null}
        <Timeline timeline={props.timelineOf(cause)} baseUrl={results.target.baseUrl} inlined={props.inlined} />
        {inline ? <Exchange exchange={inline} /> : null}
        {exchange && !inline ? (
          <p>
            <span {...say('exchange')} /> <a href={`#${anchor('exchange', exchange.id)}`}>{visible(exchange.id, 60)}</a>
          </p>
        ) : null}
        {recipe ? <RecipeOf recipe={recipe} id={id} /> : null}
        <AlsoSeen sightings={cause.sightings.slice(1)} tell={tell} />
        <details class="exchange ticket">
          <summary {...say('ticket')} />
          <CopyBox
            word="ticket"
            id={`${id}-ticket`}
            text={ticketText(results, cause, { recipe })}
            japanese={ticketText(results, cause, { recipe, language: 'ja' })}
          />
        </details>
      </div>
    </details>
  );
}
