/** @jsxImportSource preact */

import type { Cause } from '../../lib/results/first-cause.ts';
import type { ExchangeRecord, Results } from '../../lib/results/results.ts';
import type { Recipe } from '../recipes.ts';
import type { RegisterEntry } from '../register-entry.ts';
import { ticketText } from '../ticket.ts';
import { harmTallies, problems } from '../verdict-words.ts';
import { visible } from '../visible-text.ts';
import { whereText } from '../where.ts';
import { HARM_WORDS } from '../words/harms.ts';
import { teller } from '../words/tell.ts';
import { anchor } from './anchor.ts';
import { Badge } from './badge.tsx';
import { AlsoSeen, Differences, Duty, Headline, Reasons } from './cause-parts.tsx';
import { CopyBox, Exchange } from './exchange.tsx';
import { filterable } from './filterable.ts';
import { detailedCauses } from './page-budget.ts';
import { RecipeOf } from './recipe.tsx';
import { say, sayText } from './say.ts';

/** Causes that stand open when the page opens: a page with few is read from top to bottom. */
const OPEN = 12;

interface CausesProps {
  readonly results: Results;
  readonly causes: readonly Cause[];
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  /** How each is shown again, by the id of the cause; empty where the evidence is not at hand. */
  readonly recipes: ReadonlyMap<string, Recipe>;
}

/** Breaches and warnings by first cause, gravest harm first. */
export function Causes({ results, causes, entries, recipes }: CausesProps) {
  const tell = teller(results);
  const detailed = detailedCauses(causes);
  const brief = causes.filter(({ id }) => !detailed.has(id));
  const inlined = inlinedExchanges(causes.filter(({ id }) => detailed.has(id)));
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
      {brief.length > 0 ? <p class="notice" {...say('brief')} /> : null}
      {harmTallies(causes).map(({ harm, causes: here }) => (
        <section key={harm} id={`harm-${harm}`} class="by-harm">
          <h3>
            <span {...sayText(...HARM_WORDS[harm])} /> <span class="faint" {...sayText(...problems(here.length))} />
          </h3>
          {here.map((cause) =>
            detailed.has(cause.id) ? (
              <FullCause
                key={cause.id}
                results={results}
                cause={cause}
                entries={entries}
                tell={tell}
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

interface CauseProps {
  readonly cause: Cause;
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly tell: ReturnType<typeof teller>;
}

function Head({ cause: { lead, sightings }, tell, entries }: CauseProps) {
  const { requirement } = lead.finding;
  const rule = entries.get(requirement);
  return (
    <summary>
      <Badge verdict={lead.breach.grade} />
      <span class="title">
        <b class="claim">
          <Headline told={tell(lead.breach)} />
        </b>
        <span class="rule">
          {visible(requirement, 40)} {visible(rule?.level ?? '', 20)}{' '}
          <span lang="en">{visible(rule?.statement ?? '', 300)}</span>
        </span>
      </span>
      {sightings.length > 1 ? <span class="times">×{sightings.length}</span> : null}
    </summary>
  );
}

function attributesOf({ cause: { id, lead, sightings, harm }, entries }: CauseProps) {
  const duties = sightings.map(({ finding }) => entries.get(finding.requirement));
  return { id: anchor('cause', id), class: 'cause', ...filterable(lead.breach.grade, duties, [harm]) };
}

/** A cause in two lines, where the page has no room for more. */
function BriefCause(props: CauseProps) {
  const { cause, tell } = props;
  const { scenario, breach } = cause.lead;
  const { expected, observed } = tell(breach).english;
  return (
    <details {...attributesOf(props)}>
      <Head {...props} />
      <p class="body">
        <code>{`${visible(expected, 200)} ≠ ${visible(observed, 200)}`}</code>
        {` ${whereText(breach.where)}, ${visible(scenario.id, 60)}, ${visible(cause.exchange?.id ?? '', 60)}`}
      </p>
    </details>
  );
}

interface FullCauseProps extends CauseProps {
  readonly results: Results;
  /** Set where the exchange is shown here; elsewhere a link leads to it. */
  readonly inline: ExchangeRecord | undefined;
  readonly recipe: Recipe | null;
  readonly open: boolean;
}

function FullCause({ results, inline, recipe, open, ...props }: FullCauseProps) {
  const { cause, entries, tell } = props;
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
            <b {...say('remark')} /> {visible(finding.remark, 1_000)}
          </p>
        ) : null}
        <Reasons told={tell(lead.breach)} sighting={lead} requirement={requirement} />
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
          <CopyBox word="ticket" id={`${id}-ticket`} text={ticketText(results, cause, recipe)} />
        </details>
      </div>
    </details>
  );
}
